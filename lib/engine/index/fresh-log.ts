import { phrasingsOf } from '../../domain/words-print';
import { languageOfTexts, placeOfLanguage } from '../text/entry-language';
import { stemsIn } from '../text/stem';
import { createLocalFeatures, type LocalFeatures } from './local-features';
import { createPhrasingLog, type Phrasings } from './phrasing-log';
import type { HeldEntry } from './segment';
import type { Vocabulary } from './vocabulary';

/** Reads entries that come and go beside a segment, the phrasings of each only once. */
export type FreshLog = {
  readonly features: LocalFeatures;
  /** The phrasings of exactly these entries; yields its work. */
  read(held: readonly HeldEntry[]): Generator<number, FreshPhrasings, void>;
};

export type FreshPhrasings = {
  readonly log: Phrasings;
  readonly starts: Int32Array;
  readonly languages: Uint8Array;
  /** Words as written, and how many phrasings have each. */
  readonly spellings: ReadonlyMap<string, number>;
};

type Read = {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly language: number;
};

/** @param hasConcepts as in the segment that the entries stand beside */
export function createFreshLog(vocabulary: Vocabulary, hasConcepts: boolean): FreshLog {
  const features = createLocalFeatures(vocabulary);
  const all = createPhrasingLog(features.numbers, hasConcepts);
  /** An entry with other words is another object. */
  const known = new WeakMap<HeldEntry, Read>();

  function readOne(held: HeldEntry): Read {
    const from = all.count;
    const texts = phrasingsOf(held.entry);
    const language = languageOfTexts(texts);
    const words = texts.flatMap((text) => all.add(text, stemsIn(language)));
    const read = { from, to: all.count, words, language: placeOfLanguage(language) };
    known.set(held, read);
    return read;
  }

  return {
    features,
    *read(held) {
      const places: number[] = [];
      const starts = new Int32Array(held.length + 1);
      const languages = new Uint8Array(held.length);
      const spellings = new Map<string, number>();
      for (let at = 0; at < held.length; at++) {
        const each = held[at] as HeldEntry;
        const read = known.get(each) ?? readOne(each);
        for (let place = read.from; place < read.to; place++) places.push(place);
        for (const word of read.words) spellings.set(word, (spellings.get(word) ?? 0) + 1);
        starts[at + 1] = places.length;
        languages[at] = read.language;
        yield (read.to - read.from) * phrasingWork;
      }
      const placeOf = (at: number) => places[at] ?? 0;
      const log = {
        count: places.length,
        words: (at: number) => all.words(placeOf(at)),
        grams: (at: number) => all.grams(placeOf(at)),
        length: (at: number) => all.length(placeOf(at)),
      };
      return { log, starts, languages, spellings };
    },
  };
}

/** Analysing a phrasing takes about as long as so many row places. */
const phrasingWork = 2_000;
