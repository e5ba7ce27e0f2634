import type { EngineEntry } from '../engine-entry';
import { tellingShare, tellingWords } from '../text/telling-words';
import type { FeatureNumbers } from './local-features';
import type { Phrasings } from './phrasing-log';
import { leastYield, wholeStep } from './work-slice';

/** Entries in a fixed order, and how rare each feature is among their phrasings. */
export type Corpus = {
  readonly entries: readonly { readonly entry: EngineEntry }[];
  /** For each entry the index of its first phrasing, and at the end the number of phrasings. */
  readonly starts: Int32Array;
  /** By feature id: ln((1+N)/(1+df)) + 1, and see telling-words.ts; 0 for features that are skipped. */
  readonly idf: Float32Array;
  /** So many features are the segment's; a later one without an idf is one that no entry has now. */
  readonly features: number;
  /** The idf of a feature that no phrasing has. */
  readonly idfUnknown: { readonly han: number; readonly other: number };
  readonly phrasingsPerEntry: number;
};

/** Above this many entries, features that many entries share cost much and tell little (engine.md). */
export const manyEntries = 5_000;
export const mostShare = 0.15;

/** Concepts are in too many entries of a large base: they would cost more than all other features. */
export const countsConcepts = (entries: number) => entries <= manyEntries;

export type Rarity = Pick<Corpus, 'idf' | 'idfUnknown'> & {
  /** In how many entries each feature is. */
  readonly entryDf: Int32Array;
};

/**
 * N counts only the phrasings of a feature's own script: how rare an English word is must not
 * depend on how many Chinese phrasings are loaded beside it.
 */
export function* measureRarity(
  log: Phrasings,
  starts: Int32Array,
  vocabulary: Pick<FeatureNumbers, 'find' | 'size' | 'isHan'>,
): Generator<number, Rarity, void> {
  const size = vocabulary.size;
  const df = new Int32Array(size);
  yield wholeStep;
  const entryDf = new Int32Array(size);
  /** Numbers from 1 on, so that none needs to be written first. */
  const lastEntry = new Int32Array(size);
  yield wholeStep;
  const entryCount = starts.length - 1;
  let han = 0;
  let other = 0;
  let work = 0;
  for (let entry = 0; entry < entryCount; entry++) {
    for (let at = starts[entry] as number; at < (starts[entry + 1] as number); at++) {
      const { ids } = log.grams(at);
      let hasHan = false;
      let hasOther = false;
      for (let place = 0; place < ids.length; place++) {
        const id = ids[place] as number;
        df[id] = (df[id] as number) + 1;
        if (lastEntry[id] !== entry + 1) {
          lastEntry[id] = entry + 1;
          entryDf[id] = (entryDf[id] as number) + 1;
        }
        if (vocabulary.isHan(id)) hasHan = true;
        else hasOther = true;
      }
      if (hasHan) han++;
      if (hasOther) other++;
      work += ids.length;
    }
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  const idf = new Float32Array(size);
  for (let id = 0; id < size; id++) {
    if (id % leastYield === leastYield - 1) yield 2 * leastYield;
    const count = df[id] as number;
    const isCommon = entryCount > manyEntries && (entryDf[id] as number) > mostShare * entryCount;
    if (count === 0 || isCommon) continue;
    idf[id] = Math.log((1 + (vocabulary.isHan(id) ? han : other)) / (1 + count)) + 1;
  }
  const tells = tellingShare((starts.at(-1) ?? 0) / (entryCount || 1));
  if (tells > 0) {
    for (const [stem, weight] of tellingWords()) {
      const id = vocabulary.find(stem);
      if (id !== undefined) idf[id] = (idf[id] as number) * (1 + tells * (weight - 1));
    }
  }
  const idfUnknown = { han: Math.log(1 + han) + 1, other: Math.log(1 + other) + 1 };
  return { idf, idfUnknown, entryDf };
}
