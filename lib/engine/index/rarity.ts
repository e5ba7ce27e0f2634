import { otherTextLanguages } from '../../domain/text-language';
import { languageOfKey, placeOfLanguage } from '../text/entry-language';
import { isRunKey } from '../text/runs';
import { tellingShare, tellingWords } from '../text/telling-words';
import { type Corpus, manyEntries, mostShare } from './corpus';
import type { FeatureNumbers } from './local-features';
import type { Phrasings } from './phrasing-log';
import { leastYield, wholeStep } from './work-slice';

export type Rarity = Pick<Corpus, 'idf' | 'idfUnknown'> & {
  /** In how many entries each feature is. */
  readonly entryDf: Int32Array;
};

/** What rarity is measured of. */
type Read = Pick<Corpus, 'starts' | 'languages'> & { readonly log: Phrasings };

/** By language that an entry may be in, for features of runs and for others. */
export const rarityGroups = 2 * (otherTextLanguages.length + 1);

const groupAt = (language: number, isRun: boolean) => 2 * language + (isRun ? 0 : 1);

/**
 * The group of a feature by its key.
 * @param isJapanese whether it comes from a text with kana: then Han are no Chinese
 */
export function rarityGroupOf(key: string, isJapanese = false): number {
  const isRun = isRunKey(key);
  return groupAt(
    placeOfLanguage(languageOfKey(key) ?? (isJapanese && isRun ? 'ja' : undefined)),
    isRun,
  );
}

/** Where nothing is known yet all are equally rare. */
export const allUnknown: Corpus['idfUnknown'] = new Float64Array(rarityGroups).fill(1);

/**
 * How rare each feature is, by ln((1+N)/(1+df)) + 1. N counts only the phrasings of its own script and
 * language: how rare an English word is must not depend on how many Chinese phrasings are loaded
 * beside it. English and Chinese are one language here, as they are told by their scripts. What
 * several languages have is as rare as in the one that has it most.
 * @param beside of the index that the entries stand beside: its numbers of phrasings count
 */
export function* measureRarity(
  read: Read,
  vocabulary: Pick<FeatureNumbers, 'find' | 'size' | 'isHan'>,
  beside?: Corpus['idfUnknown'],
): Generator<number, Rarity, void> {
  const size = vocabulary.size;
  const idf = new Float32Array(size);
  yield wholeStep;
  const entryDf = new Int32Array(size);
  yield wholeStep;
  const entryCount = read.starts.length - 1;
  const met = new Set(read.languages);
  const mostDf = met.size > 1 ? new Int32Array(size) : undefined;
  const counts = new Float64Array(rarityGroups);
  const all: [run: number, other: number] = [0, 0];
  for (const language of met) {
    const { df, runs, others } = yield* countIn(language, read, vocabulary, entryDf);
    const countOf = (isRun: boolean, own: number) =>
      beside === undefined ? 1 + own : Math.exp((beside[groupAt(language, isRun)] ?? 1) - 1);
    const run = countOf(true, runs);
    const other = countOf(false, others);
    counts[groupAt(language, true)] = runs;
    counts[groupAt(language, false)] = others;
    all[0] += runs;
    all[1] += others;
    for (let id = 0; id < size; id++) {
      if (id % leastYield === leastYield - 1) yield 2 * leastYield;
      const count = df[id] as number;
      if (count === 0 || count <= (mostDf?.[id] ?? 0)) continue;
      if (mostDf !== undefined) mostDf[id] = count;
      idf[id] = Math.log((vocabulary.isHan(id) ? run : other) / (1 + count)) + 1;
    }
  }
  if (entryCount > manyEntries) {
    for (let id = 0; id < size; id++) {
      if (id % leastYield === leastYield - 1) yield leastYield;
      if ((entryDf[id] as number) > mostShare * entryCount) idf[id] = 0;
    }
  }
  const tells = tellingShare((read.starts.at(-1) ?? 0) / (entryCount || 1));
  if (tells > 0) {
    for (const [stem, weight] of tellingWords()) {
      const id = vocabulary.find(stem);
      if (id !== undefined) idf[id] = (idf[id] as number) * (1 + tells * (weight - 1));
    }
  }
  // Of a language that no entry is in the words of all are compared.
  const idfUnknown = counts.map((count, group) => {
    const isMet = met.has(group >> 1);
    return Math.log(1 + (isMet ? count : (all[group % 2 === 0 ? 0 : 1] as number))) + 1;
  });
  return { idf, idfUnknown: beside ?? idfUnknown, entryDf };
}

/** In how many phrasings of the entries in this language each feature is, and how many there are. */
function* countIn(
  language: number,
  { log, starts, languages }: Read,
  vocabulary: Pick<FeatureNumbers, 'size' | 'isHan'>,
  entryDf: Int32Array,
): Generator<number, { df: Int32Array; runs: number; others: number }, void> {
  const df = new Int32Array(vocabulary.size);
  yield wholeStep;
  /** Numbers from 1 on, so that none needs to be written first. */
  const lastEntry = new Int32Array(vocabulary.size);
  yield wholeStep;
  let runs = 0;
  let others = 0;
  let work = 0;
  for (let entry = 0; entry < languages.length; entry++) {
    if (languages[entry] !== language) continue;
    for (let at = starts[entry] as number; at < (starts[entry + 1] as number); at++) {
      const { ids } = log.grams(at);
      let hasRun = false;
      let hasOther = false;
      for (let place = 0; place < ids.length; place++) {
        const id = ids[place] as number;
        df[id] = (df[id] as number) + 1;
        if (lastEntry[id] !== entry + 1) {
          lastEntry[id] = entry + 1;
          entryDf[id] = (entryDf[id] as number) + 1;
        }
        if (vocabulary.isHan(id)) hasRun = true;
        else hasOther = true;
      }
      if (hasRun) runs++;
      if (hasOther) others++;
      work += ids.length;
    }
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  return { df, runs, others };
}
