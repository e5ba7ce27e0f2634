import type { TextRange } from '../domain/suggestion';
import { analyse } from './analyse';
import { phrasingsOf } from './corpus';
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
  const ids = wordFeatures(tokens).flatMap(({ key }) => vocabulary.find(key) ?? []);
  const known = ids.filter((id) => corpus.idf[id]);
  const vector = weigh(countIds(known), corpus.idf);
  return (entry) => {
    const ranges = topics
      .filter(({ id }) => keywords.holds(id, entry))
      .map(({ start, end }): TextRange => [start, end]);
    const inMessage = mergeRanges(ranges);
    const phrasing = nearestTo(entry);
    return {
      words: [...new Set(inMessage.map(([start, end]) => message.slice(start, end)))],
      inMessage: inMessage.map(([start, end]): TextRange => [start + offset, end + offset]),
      ...(phrasing === undefined ? {} : { phrasing }),
    };
  };

  function nearestTo(at: number): string | undefined {
    const entry = corpus.entries[at]?.entry;
    if (entry === undefined) return undefined;
    let nearest: number | undefined;
    let most = 0;
    keywords.similarities(vector, at).forEach((similarity, index) => {
      if (similarity <= most) return;
      most = similarity;
      nearest = index;
    });
    return nearest === undefined ? undefined : phrasingsOf(entry)[nearest];
  }
}
