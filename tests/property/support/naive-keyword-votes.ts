import type { NaiveBase } from './naive-base';
import { countsOf, dot, isWordKey, type Vector, weighed } from './naive-vectors';

/** A message's words as a base knows them. */
export type NaiveQuery = {
  /** Those that some phrasing has. */
  readonly words: readonly string[];
  /** How rare these are. */
  idf(key: string): number;
  /** By vote A's features, of length 1 with the unknown ones. */
  readonly vector: Vector;
  /** The summed rarity of those that no phrasing has. */
  readonly unknownWords: number;
};

type NaiveKeywords = {
  readonly nearest: number;
  readonly bm25: number;
  /** Whether the entry has a word of the message. */
  readonly isNamed: boolean;
};

/**
 * Votes K and M by entry (engine.md, "K" and "M"): cosines of the eight nearest phrasings with weights
 * 1, 1/2, 1/3 …, and BM25 of the best phrasing as a share of what the message could score.
 */
export function naiveKeywordVotes(
  { entries, idf, meanLength }: NaiveBase,
  query: NaiveQuery,
): NaiveKeywords[] {
  const counts = [...countsOf(query.words.filter(isWordKey))];
  const most = counts.reduce((sum, [key, tf]) => sum + tf * query.idf(key), query.unknownWords);
  return entries.map(({ phrasings }) => {
    const cosines = phrasings
      .map(({ words }) => dot(query.vector, weighed(words, idf)))
      .filter((cosine) => cosine >= 0.05)
      .sort((a, b) => b - a)
      .slice(0, 8);
    const bm25s = phrasings.map(({ words, length }) => {
      const own = countsOf(words);
      return counts.reduce((sum, [key, repeats]) => {
        const tf = own.get(key) ?? 0;
        const part = 1.2 * (0.5 + (0.5 * length) / (meanLength || 1));
        return sum + (tf === 0 ? 0 : (repeats * idf(key) * tf * 2.2) / (tf + part));
      }, 0);
    });
    return {
      nearest: cosines.reduce((sum, cosine, rank) => sum + cosine / (rank + 1), 0) / 2.72,
      bm25: most === 0 ? 0 : Math.max(0, ...bm25s) / most,
      isNamed: phrasings.some(({ words }) => words.some((key) => query.words.includes(key))),
    };
  });
}
