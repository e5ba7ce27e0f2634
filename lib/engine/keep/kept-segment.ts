import { print53, wordsPrint } from '../../domain/words-print';
import { mostShare } from '../index/corpus';
import { bm25 } from '../index/keyword-index';
import {
  epochs,
  type HeldEntry,
  holdEntry,
  type Segment,
  segmentOf,
  wideFrom,
} from '../index/segment';
import { createVocabulary } from '../index/vocabulary';
import type { LeastScore, LeastScores } from '../rank/least-scores';
import { lesson } from '../train/rivals';
import { longestRow } from '../train/wide-training';
import { prefixed, unprefixed } from './prefixed';
import {
  charactersOf,
  readSnapshot,
  type Sections,
  type SnapshotRefusal,
  textOf,
  writeSnapshot,
} from './snapshot-file';

/**
 * Raised with every change to what is built from the same entries: to analysing, features,
 * training or the sections below. tests/unit/engine/snapshot.test.ts notices such a change.
 */
const format = 10;
const constants = JSON.stringify([format, bm25, lesson, epochs, wideFrom, longestRow, mostShare]);

/** One print for all entries of a segment, by its `starts`, which stay the same object. */
const printsOf = new WeakMap<Int32Array, number>();

/** The same for segments of the same entries; undefined for one that was neither kept nor read. */
export function segmentPrint({ starts }: Pick<Segment, 'starts'>): number | undefined {
  return printsOf.get(starts);
}

/** In their order; whatever else a segment holds follows from them and the constants. */
function printOfAll(prints: Float64Array): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (const half of new Int32Array(prints.buffer, prints.byteOffset, 2 * prints.length)) {
    low = Math.imul(low ^ half, 0x01000193);
    high = Math.imul((high ^ half) + (high << 7), 0x5bd1e995);
    low ^= low >>> 15;
  }
  return print53(`${constants} ${prints.length} ${low} ${high}`);
}

/** A trained segment as bytes, in parts. Its texts are not among them: those are the caller's. */
export function keepSegment(segment: Segment): Iterable<Uint8Array> {
  const { trained, keywordRows, vocabulary, spellings, idfUnknown, features } = segment;
  const entries = Float64Array.from(segment.held, ({ entry }) => wordsPrint(entry));
  printsOf.set(segment.starts, printOfAll(entries));
  const { prints, flags } = vocabulary.kept(features);
  const sections: Sections = {
    entries,
    starts: segment.starts,
    languages: segment.languages,
    idf: segment.idf,
    numbers: Float64Array.of(segment.meanLength, ...idfUnknown),
    prints,
    flags,
    'spellings.words': charactersOf(spellings.words.join('\n')),
    'spellings.counts': spellings.counts,
    leastScores: charactersOf(JSON.stringify([...(segment.leastScores ?? [])])),
    ...prefixed('keywords', keywordRows),
    ...prefixed('words', trained?.words ?? {}),
    ...prefixed('grams', trained?.grams ?? {}),
    ...prefixed('senseFrame', trained?.senseFrame ?? {}),
    ...prefixed('senses', trained?.senses ?? {}),
  };
  return writeSnapshot(sections, print53(constants) | 0);
}

/**
 * The segment that was kept.
 * @param entriesOf gives the entries that have these `wordsPrint`s, each at its place
 */
export function keptSegment(
  parts: readonly Uint8Array[],
  entriesOf: (prints: Float64Array) => readonly (HeldEntry | undefined)[],
): Segment | SnapshotRefusal {
  const sections = readSnapshot(parts, print53(constants) | 0);
  if (typeof sections === 'string') return sections;
  const { entries, starts, languages, idf, numbers, prints, flags } = sections as {
    readonly entries: Float64Array;
    readonly starts: Int32Array;
    readonly languages: Uint8Array;
    readonly idf: Float32Array;
    readonly numbers: Float64Array;
    readonly prints: Int32Array;
    readonly flags: Uint8Array;
  };
  const words = sections['spellings.words'] as Uint16Array;
  let spelled: readonly string[] | undefined;
  const [meanLength = 0] = numbers;
  const held = entriesOf(entries).map((found) => found ?? goneEntry());
  printsOf.set(starts, printOfAll(entries));
  const segmentParts = {
    starts,
    languages,
    idf,
    idfUnknown: numbers.slice(1),
    meanLength,
    keywordRows: unprefixed('keywords', sections) as Segment['keywordRows'],
    spellings: {
      // Until somebody mistypes a word nobody asks for them.
      get words() {
        spelled ??= words.length === 0 ? [] : textOf(words).split('\n');
        return spelled;
      },
      counts: sections['spellings.counts'] as Int32Array,
    },
  };
  const trained = {
    words: unprefixed('words', sections),
    grams: unprefixed('grams', sections),
    senseFrame: unprefixed('senseFrame', sections),
    senses: unprefixed('senses', sections),
  } as Segment['trained'];
  const told = JSON.parse(textOf(sections['leastScores'] as Uint16Array));
  const leastScores: LeastScores = new Map(told as [string, LeastScore][]);
  return segmentOf(held, createVocabulary({ prints, flags }), segmentParts, trained, leastScores);
}

/** Stands where an entry was whose words are no longer known. */
function goneEntry(): HeldEntry {
  const entry = { base: '', id: '', title: '', phrasings: [], answer: '' };
  return { ...holdEntry({ ...entry, smallTalk: false, language: 'en' }), isGone: true };
}
