import type { EngineEntry } from '../engine-entry';

/** Entries in a fixed order, and how rare each feature is among their phrasings. */
export type Corpus = {
  readonly entries: readonly { readonly entry: EngineEntry }[];
  /** For each entry the index of its first phrasing, and at the end the number of phrasings. */
  readonly starts: Int32Array;
  /** By feature id: ln((1+N)/(1+df)) + 1, and see rarity.ts and telling-words.ts; 0 for features that are skipped. */
  readonly idf: Float32Array;
  /** So many features are the segment's; a later one without an idf is one that no entry has now. */
  readonly features: number;
  /** The idf of a feature that no phrasing has, by its `rarityGroupOf`. */
  readonly idfUnknown: Float64Array;
  readonly phrasingsPerEntry: number;
  /** By entry the language of its phrasings, other than English and Chinese (entry-language.ts). */
  readonly languages: Uint8Array;
};

/** Above this many entries, features that many entries share cost much and tell little (engine.md). */
export const manyEntries = 5_000;
export const mostShare = 0.15;

/** Concepts are in too many entries of a large base: they would cost more than all other features. */
export const countsConcepts = (entries: number) => entries <= manyEntries;
