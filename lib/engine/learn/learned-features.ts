import { type Corpus, countsConcepts, manyEntries } from '../index/corpus';
import { rarityGroupOf, rarityGroups } from '../index/rarity';
import { createVocabulary, type Vocabulary } from '../index/vocabulary';
import type { Token } from '../text/analyse';
import { characterGrams, wordFeatures } from '../text/features';

/** A feature of a text as lessons see it. */
export type LearnedFeature = {
  /** The overlay's own number for it; -1 when no lesson had it. */
  readonly id: number;
  readonly count: number;
  /** Its part in the text's vector, whose length is 1. */
  readonly value: number;
  readonly idf: number;
  /** A stem or a Han n-gram, thus counted by BM25. */
  readonly isWord: boolean;
};

export type LearnedVectors = {
  readonly words: readonly LearnedFeature[];
  /** The same and character grams, scaled to length 1 again. */
  readonly grams: readonly LearnedFeature[];
};

export type LearnedFeatures = {
  vectorsOf(tokens: readonly Token[]): LearnedVectors;
  /** Counts a lesson's text into the idf, and numbers its features. */
  count(tokens: readonly Token[]): void;
  /** Takes the last `count` of such a text back. */
  discount(tokens: readonly Token[]): void;
  /** Its number here; -1 when it has none. */
  idOf(key: string): number;
  /** Whether a lesson that still counts has the feature. */
  has(key: string): boolean;
  kept(): KeptFeatures;
};

/** As `vocabulary.kept`, and how often each feature was counted, in lessons and before them. */
export type KeptFeatures = {
  readonly prints: Int32Array;
  readonly flags: Uint8Array;
  readonly df: Int32Array;
  readonly starts: Float64Array;
  /** The `rarityGroupOf` each feature. */
  readonly groups: Uint8Array;
  /** How many texts were counted with features of each group. */
  readonly seen: Int32Array;
};

/**
 * The features of lessons. Their idf starts from the base's and counts each lesson in: a base of
 * one phrasing an entry knows little of which words are common. Counts are whole numbers, so that
 * a lesson taken back leaves no trace. What the base does not know is as rare as can be.
 */
export function createLearnedFeatures(
  corpus: Pick<Corpus, 'entries' | 'idf' | 'features' | 'idfUnknown'>,
  vocabulary: Pick<Vocabulary, 'find'>,
  kept?: KeptFeatures,
): LearnedFeatures {
  const own = createVocabulary(kept);
  const df: number[] = [...(kept?.df ?? [])];
  const starts: number[] = [...(kept?.starts ?? [])];
  const groups: number[] = [...(kept?.groups ?? [])];
  /** By group, as the next. */
  const seen = Int32Array.from(kept?.seen ?? new Int32Array(rarityGroups));
  /** 1 + the number of the base's phrasings in a group's script and language: idf = ln(these / (1 + df)) + 1. */
  const phrasings = corpus.idfUnknown.map((rarity) => Math.exp(rarity - 1));
  const skipsCommon = corpus.entries.length > manyEntries;
  const hasConcepts = countsConcepts(corpus.entries.length);
  const wordKeys = (tokens: readonly Token[]) =>
    wordFeatures(tokens).flatMap(({ key, kind }) =>
      kind === 'concept' && !hasConcepts ? [] : [key],
    );

  /** 1 + how many of the base's phrasings have it; 0 for what large bases skip as too common. */
  function startOf(key: string): number {
    const id = vocabulary.find(key);
    if (id === undefined) return 1;
    const idf = corpus.idf[id] ?? 0;
    if (idf === 0) return skipsCommon && id < corpus.features ? 0 : 1;
    return (phrasings[rarityGroupOf(key)] as number) * Math.exp(1 - idf);
  }

  function featureOf(key: string, count: number): LearnedFeature {
    const id = own.find(key) ?? -1;
    const start = id < 0 ? startOf(key) : (starts[id] as number);
    const group = groups[id] ?? rarityGroupOf(key);
    const all = (phrasings[group] as number) + (seen[group] as number);
    const idf = start === 0 ? 0 : Math.log(all / (start + (id < 0 ? 0 : (df[id] as number)))) + 1;
    return { id, count, idf, value: (1 + Math.log(count)) * idf, isWord: !key.includes(' ') };
  }

  function vectorOf(keys: readonly string[]): LearnedFeature[] {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const raw = Array.from(counts, ([key, count]) => featureOf(key, count));
    let squares = 0;
    for (const { value } of raw) squares += value * value;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    return raw.map((feature) => ({ ...feature, value: feature.value * scale }));
  }

  function countBy(tokens: readonly Token[], by: 1 | -1) {
    const keys = new Set([...wordKeys(tokens), ...characterGrams(tokens)]);
    const met = new Set<number>();
    for (const key of keys) {
      const id = own.add(key);
      if (id === df.length) {
        df.push(0);
        starts.push(startOf(key));
        groups.push(rarityGroupOf(key));
      }
      met.add(groups[id] as number);
      df[id] = (df[id] as number) + by;
    }
    for (const group of met) seen[group] = (seen[group] as number) + by;
  }

  return {
    vectorsOf(tokens) {
      const words = wordKeys(tokens);
      return { words: vectorOf(words), grams: vectorOf([...words, ...characterGrams(tokens)]) };
    },
    count: (tokens) => countBy(tokens, 1),
    discount: (tokens) => countBy(tokens, -1),
    idOf: (key) => own.find(key) ?? -1,
    has: (key) => (df[own.find(key) ?? -1] ?? 0) > 0,
    kept: () => ({
      ...own.kept(own.size),
      df: Int32Array.from(df),
      starts: Float64Array.from(starts),
      groups: Uint8Array.from(groups),
      seen: seen.slice(),
    }),
  };
}
