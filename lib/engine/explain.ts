import type { TextRange } from '../domain/suggestion';
import { analyse } from './analyse';
import { wordFeatures } from './features';
import type { Model } from './model';
import { mergeRanges } from './ranges';
import { countIds, weigh } from './sparse';
import { topicFeatures } from './topic-words';

export type Reason = {
  readonly words: string[];
  readonly inMessage: TextRange[];
  readonly phrasing?: string;
};

/**
 * Why entries fit a message: the words of the message that an entry's phrasings hold, as the
 * customer wrote them, and the phrasing that is nearest.
 * @param offset where the message stands in the text that the places are counted in
 */
export function explainer(model: Model, message: string, offset = 0): (entry: number) => Reason {
  const { corpus, vocabulary, keywords } = model;
  const tokens = analyse(message);
  const topics = topicFeatures(tokens).flatMap(({ key, start, end }) => {
    const id = vocabulary.find(key);
    return id === undefined ? [] : [{ id, start, end }];
  });
  const wanted = new Set(topics.map(({ id }) => id));
  const ids = wordFeatures(tokens).flatMap(({ key }) => vocabulary.find(key) ?? []);
  const known = ids.filter((id) => corpus.idf[id]);
  const similarities = keywords.similarities(weigh(countIds(known), corpus.idf));
  return (entry) => {
    const held = new Set<number>();
    for (const { words } of corpus.entries[entry]?.phrasings ?? []) {
      for (const id of words.ids) if (wanted.has(id)) held.add(id);
    }
    const ranges = topics
      .filter(({ id }) => held.has(id))
      .map(({ start, end }): TextRange => [start, end]);
    const inMessage = mergeRanges(ranges);
    const phrasing = nearestTo(entry);
    return {
      words: [...new Set(inMessage.map(([start, end]) => message.slice(start, end)))],
      inMessage: inMessage.map(([start, end]): TextRange => [start + offset, end + offset]),
      ...(phrasing === undefined ? {} : { phrasing }),
    };
  };

  function nearestTo(entry: number): string | undefined {
    let nearest: string | undefined;
    let most = 0;
    const end = corpus.starts[entry + 1] ?? 0;
    for (let at = corpus.starts[entry] ?? 0; at < end; at++) {
      const similarity = similarities[at] ?? 0;
      if (similarity <= most) continue;
      most = similarity;
      nearest = corpus.phrasings[at]?.text;
    }
    return nearest;
  }
}
