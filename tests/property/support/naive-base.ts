import type { EngineEntry } from '../../../lib/engine/engine';
import { analyse, type Token } from '../../../lib/engine/text/analyse';
import { isRunKey } from '../../../lib/engine/text/runs';
import { tellingShare, tellingWords } from '../../../lib/engine/text/telling-words';
import { gramKeys, isWordKey, wordKeys } from './naive-vectors';

export type NaivePhrasing = {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly grams: readonly string[];
  /** BM25's document length. */
  readonly length: number;
};

/** Entries, and how rare each feature is in them. */
export type NaiveBase = {
  readonly entries: readonly { readonly entry: EngineEntry; readonly phrasings: NaivePhrasing[] }[];
  readonly perEntry: number;
  readonly meanLength: number;
  /** How many phrasings have features of a script. */
  phrasingsIn(isRun: boolean): number;
  /** 0 for what no phrasing has, and in large bases for what too many entries have. */
  idf(key: string): number;
  /** Whether too many entries of a large base have it. */
  skips(key: string): boolean;
};

/** From here on concepts are not counted, nor what more than 15 % of the entries have. */
export const isLarge = (entries: number) => entries > 5_000;

/**
 * A base of English and Chinese (engine.design.md, "rarity" and "telling-words"): the title is one
 * more phrasing, idf = ln((1 + N) / (1 + df)) + 1 with N the phrasings in the feature's own script,
 * times how much the word tells.
 * @param beside the base that these entries stand beside: what it has is as rare as there, and its N count
 */
export function naiveBase(written: readonly EngineEntry[], beside?: NaiveBase): NaiveBase {
  const entries = written.map((entry) => ({
    entry,
    phrasings: [...new Set([...entry.phrasings, entry.title])].map((text) =>
      phrasingOf(text, !isLarge(written.length)),
    ),
  }));
  const all = entries.flatMap(({ phrasings }) => phrasings);
  const inPhrasings = new Map<string, number>();
  for (const { grams } of all)
    for (const key of new Set(grams)) inPhrasings.set(key, (inPhrasings.get(key) ?? 0) + 1);
  const inEntries = new Map<string, number>();
  for (const { phrasings } of entries)
    for (const key of new Set(phrasings.flatMap(({ grams }) => grams)))
      inEntries.set(key, (inEntries.get(key) ?? 0) + 1);
  const isCommon = (key: string) =>
    isLarge(entries.length) && (inEntries.get(key) ?? 0) > 0.15 * entries.length;
  const counts = [true, false].map(
    (isRun) => all.filter(({ grams }) => grams.some((key) => isRunKey(key) === isRun)).length,
  );
  const perEntry = all.length / (entries.length || 1);
  const phrasingsIn = (isRun: boolean) => beside?.phrasingsIn(isRun) ?? counts[isRun ? 0 : 1] ?? 0;
  return {
    entries,
    perEntry,
    phrasingsIn,
    skips: isCommon,
    meanLength:
      beside?.meanLength ?? all.reduce((sum, { length }) => sum + length, 0) / (all.length || 1),
    idf(key) {
      const known = beside?.idf(key) ?? 0;
      const df = inPhrasings.get(key);
      if (known !== 0 || df === undefined || isCommon(key)) return known;
      const tells = tellingShare(perEntry) * ((tellingWords().get(key) ?? 1) - 1);
      return (Math.log((1 + phrasingsIn(isRunKey(key))) / (1 + df)) + 1) * (1 + tells);
    },
  };
}

function phrasingOf(text: string, hasConcepts: boolean): NaivePhrasing {
  const tokens = analyse(text);
  const words = wordKeys(tokens, hasConcepts);
  const grams = gramKeys(tokens, hasConcepts);
  return { tokens, words, grams, length: words.filter(isWordKey).length };
}
