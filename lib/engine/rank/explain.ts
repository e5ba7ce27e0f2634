import type { TextRange } from '../../domain/suggestion';
import { phrasingsOf } from '../../domain/words-print';
import type { Model } from '../index/model';
import { countIds, weigh } from '../index/sparse';
import type { LearnedReason } from '../learn/learned-reasons';
import { wordFeatures } from '../text/features';
import { mergeRanges } from '../text/ranges';
import { readMessage } from '../text/read-message';
import { topicFeatures } from '../text/topic-words';

export type Reason = {
  readonly words: string[];
  readonly inMessage: TextRange[];
  readonly phrasing?: string;
};

/**
 * Why entries fit a message: the words of the message that an entry's phrasings hold, written or
 * learned, as the customer wrote them, and the phrasing that is nearest.
 * @param offset where the message stands in the text that the places are counted in
 */
export function explainer(model: Model, message: string, offset = 0): (entry: number) => Reason {
  const { corpus, vocabulary, keywords } = model;
  const tokens = readMessage(model, message);
  const topics = topicFeatures(tokens);
  const ids = wordFeatures(tokens).flatMap(({ key }) => vocabulary.find(key) ?? []);
  const known = ids.filter((id) => corpus.idf[id]);
  const vector = weigh(countIds(known), corpus.idf);
  const learned = model.learned?.explain(tokens);
  return (entry) => {
    const told = learned?.(entry);
    const ranges = topics
      .filter(({ key }) => isOwn(key, entry) || told?.holds(key) === true)
      .map(({ start, end }): TextRange => [start, end]);
    const inMessage = mergeRanges(ranges);
    const phrasing = nearestTo(entry, told);
    return {
      words: [...new Set(inMessage.map(([start, end]) => message.slice(start, end)))],
      inMessage: inMessage.map(([start, end]): TextRange => [start + offset, end + offset]),
      ...(phrasing === undefined ? {} : { phrasing }),
    };
  };

  function isOwn(key: string, entry: number): boolean {
    const id = vocabulary.find(key);
    return id !== undefined && keywords.holds(id, entry);
  }

  function nearestTo(at: number, told: LearnedReason | undefined): string | undefined {
    const entry = corpus.entries[at]?.entry;
    if (entry === undefined) return undefined;
    let nearest: number | undefined;
    let most = 0;
    keywords.similarities(vector, at).forEach((similarity, index) => {
      if (similarity <= most) return;
      most = similarity;
      nearest = index;
    });
    if (told?.nearest !== undefined && told.nearest.similarity > most) return told.nearest.text;
    return nearest === undefined ? undefined : phrasingsOf(entry)[nearest];
  }
}
