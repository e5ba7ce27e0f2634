/** Chosen on a public labelled set (bench/learning-curve.ts). */
export const learningTuning = {
  /** How far one pick moves the weights of A and B; of a rejection and a gap, always so far. */
  rate: 0.6,
  rejection: 0.3,
  gap: 0.1,
  /** So many earlier picks are learned from once more with each new one. */
  replays: 2,
  /** The votes’ weights; BM25’s falls from 1 to a quarter over so many phrasings an entry. */
  words: 0.3,
  grams: 0.7,
  nearest: 0.6,
  fall: 8,
  /** Against entries that are near to everything by mere number. */
  handicap: 0.5,
  rejected: 0.5,
  mostPhrasings: 60,
  /** With more of the base’s own phrasings, those keep the idf that they were trained with. */
  mostOwn: 2_000,
} as const;
