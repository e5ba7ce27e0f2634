import { analyse } from './analyse';
import type { EngineEntry } from './engine-entry';
import { characterGrams, wordFeatures } from './features';
import { countIds, type Sparse } from './sparse';
import { isRepairable } from './spelling';
import type { Vocabulary } from './vocabulary';

/** One way of asking, counted. */
export type AnalysedPhrasing = {
  readonly text: string;
  /** Stems, pairs of stems, Han n-grams. */
  readonly words: Sparse;
  /** The same and character grams. */
  readonly grams: Sparse;
  /** How many stems and Han n-grams it has, repeated ones included: BM25's document length. */
  readonly length: number;
  /** Its words as written, for repairing mistyped ones. */
  readonly spellings: readonly string[];
};

export type AnalysedEntry = {
  readonly entry: EngineEntry;
  readonly phrasings: readonly AnalysedPhrasing[];
};

/** With so many phrasings a title, often a mere name, adds more noise than knowledge. */
const titleCountsBelow = 30;

/** The title counts as one more way of asking: it names the topic in the team's own words. */
export function analyseEntry(entry: EngineEntry, vocabulary: Vocabulary): AnalysedEntry {
  const texts = new Set(entry.phrasings);
  if (texts.size < titleCountsBelow) texts.add(entry.title);
  return {
    entry,
    phrasings: [...texts].map((text) => {
      const tokens = analyse(text);
      const ids = wordFeatures(tokens).map((feature) => vocabulary.add(feature.key));
      const gramIds = characterGrams(tokens).map((gram) => vocabulary.add(gram));
      return {
        text,
        words: countIds(ids),
        grams: countIds([...ids, ...gramIds]),
        length: ids.filter((id) => vocabulary.isWord(id)).length,
        spellings: [...new Set(tokens.map((token) => token.word).filter(isRepairable))],
      };
    }),
  };
}

/** Entries in a fixed order, so that what is built does not depend on the order of arrival. */
export type Corpus = {
  readonly entries: readonly AnalysedEntry[];
  readonly phrasings: readonly AnalysedPhrasing[];
  /** For each phrasing the index of its entry; phrasings of an entry stand together. */
  readonly entryOf: Int32Array;
  /** For each entry the index of its first phrasing, and at the end the number of phrasings. */
  readonly starts: Int32Array;
  /** By feature id: ln((1+N)/(1+df)) + 1; 0 for features that are skipped. */
  readonly idf: Float32Array;
  /** The idf of a feature that no phrasing has. */
  readonly idfUnknown: { readonly han: number; readonly other: number };
  readonly phrasingsPerEntry: number;
};

/** Above this many entries, words that most entries share cost much and tell little (engine.md). */
export const manyEntries = 5_000;
const mostShare = 0.15;

/**
 * N counts only the phrasings of a feature's own script: how rare an English word is must not
 * depend on how many Chinese phrasings are loaded beside it.
 */
export function buildCorpus(analysed: Iterable<AnalysedEntry>, vocabulary: Vocabulary): Corpus {
  const entries = [...analysed].sort(byBaseAndId);
  const phrasings = entries.flatMap((entry) => entry.phrasings);
  const entryOf = new Int32Array(phrasings.length);
  const df = new Int32Array(vocabulary.size);
  const entryDf = new Int32Array(vocabulary.size);
  const lastEntry = new Int32Array(vocabulary.size).fill(-1);
  const starts = new Int32Array(entries.length + 1);
  let han = 0;
  let other = 0;
  let at = 0;
  entries.forEach((entry, index) => {
    starts[index + 1] = at + entry.phrasings.length;
    for (const phrasing of entry.phrasings) {
      entryOf[at++] = index;
      let hasHan = false;
      let hasOther = false;
      for (const id of phrasing.grams.ids) {
        df[id] = (df[id] as number) + 1;
        if (lastEntry[id] !== index) {
          lastEntry[id] = index;
          entryDf[id] = (entryDf[id] as number) + 1;
        }
        if (vocabulary.isHan(id)) hasHan = true;
        else hasOther = true;
      }
      if (hasHan) han++;
      if (hasOther) other++;
    }
  });
  const idf = new Float32Array(vocabulary.size);
  const most = entries.length > manyEntries ? mostShare * entries.length : Number.POSITIVE_INFINITY;
  for (let id = 0; id < idf.length; id++) {
    const count = df[id] as number;
    if (count === 0 || (entryDf[id] as number) > most) continue;
    idf[id] = Math.log((1 + (vocabulary.isHan(id) ? han : other)) / (1 + count)) + 1;
  }
  return {
    entries,
    phrasings,
    entryOf,
    starts,
    idf,
    idfUnknown: { han: Math.log(1 + han) + 1, other: Math.log(1 + other) + 1 },
    phrasingsPerEntry: entries.length === 0 ? 0 : phrasings.length / entries.length,
  };
}

function byBaseAndId(a: AnalysedEntry, b: AnalysedEntry): number {
  if (a.entry.base !== b.entry.base) return a.entry.base < b.entry.base ? -1 : 1;
  return a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0;
}
