import { createReached, type Reached } from './reached';

/** What lessons say of a message, each number at the place of its entry; 0 where they say nothing. */
export type Said = {
  /** Added to votes A and B. */
  readonly words: Float32Array;
  readonly grams: Float32Array;
  /** One more than the place of its similar phrasings in `tops`. */
  readonly topAt: Int32Array;
  readonly tops: number[][];
  /** The best share of BM25 that something said earns. */
  readonly bm25: Float32Array;
  /** How much the message is like one that the entry was rejected for. */
  readonly lowered: Float32Array;
  /** Against entries with many learned phrasings, whatever the message is. */
  readonly handicaps: Float64Array;
  /** All places where anything but the handicap was said, and maybe more. */
  readonly reached: Reached;
};

export function createSaid(entryCount: number): Said {
  return {
    words: new Float32Array(entryCount),
    grams: new Float32Array(entryCount),
    topAt: new Int32Array(entryCount),
    tops: [],
    bm25: new Float32Array(entryCount),
    lowered: new Float32Array(entryCount),
    handicaps: new Float64Array(entryCount),
    reached: createReached(entryCount),
  };
}

/** Forgets the message; the handicaps stay. */
export function clearSaid({ words, grams, topAt, tops, bm25, lowered, reached }: Said): void {
  for (const place of reached.places) {
    words[place] = 0;
    grams[place] = 0;
    topAt[place] = 0;
    bm25[place] = 0;
    lowered[place] = 0;
  }
  tops.length = 0;
  reached.clear();
}
