import { phrasingsOf } from '../../domain/words-print';
import type { EngineEntry } from '../engine-entry';
import type { LeastScores } from '../rank/least-scores';
import { sensesOf } from '../sense/phrasing-senses';
import { measureFrame, type SenseFrame } from '../sense/sense-frame';
import { laySenses, type SenseRows } from '../sense/sense-rows';
import { languageOfTexts, placeOfLanguage } from '../text/entry-language';
import { createSpelling, type Spelling } from '../text/spelling';
import { stemsIn } from '../text/stem';
import { beginTraining } from '../train/training';
import { trainWideRanker } from '../train/wide-training';
import { type Corpus, countsConcepts } from './corpus';
import type { FrozenWeights } from './frozen-ranker';
import {
  buildKeywordRows,
  createKeywordIndex,
  type KeywordIndex,
  type KeywordRows,
  meanLengthOf,
} from './keyword-index';
import { createPhrasingLog, type PhrasingLog } from './phrasing-log';
import { allUnknown, measureRarity } from './rarity';
import { createVocabulary, type Vocabulary } from './vocabulary';
import { wholeStep } from './work-slice';

/** An entry as the engine holds it: the object stays the same as long as its words do. */
export type HeldEntry = {
  entry: EngineEntry;
  isGone: boolean;
  /** The number of the latest segment that has it (entry-index.ts). */
  takenFor?: number;
};

/** All alike from the start: a field that comes later would make each of them larger and slower. */
export const holdEntry = (entry: EngineEntry): HeldEntry => ({
  entry,
  isGone: false,
  takenFor: -1,
});

export type TrainedWeights = {
  readonly words: FrozenWeights;
  readonly grams: FrozenWeights;
  readonly senseFrame: SenseFrame;
  readonly senses: SenseRows;
};

/** What a segment is made of, as it is kept between two sessions. */
export type SegmentParts = Pick<Corpus, 'starts' | 'idf' | 'idfUnknown' | 'languages'> & {
  readonly keywordRows: KeywordRows;
  readonly meanLength: number;
  readonly spellings: { readonly words: readonly string[]; readonly counts: Int32Array };
};

/**
 * An index over many entries at once, trained as a whole. Its numbers never change; entries that
 * come or change later are indexed beside it (model.ts) until the next one is built.
 */
export type Segment = SegmentParts & {
  readonly held: readonly HeldEntry[];
  readonly vocabulary: Vocabulary;
  /** How many features it has; the vocabulary may grow beyond. */
  readonly features: number;
  readonly keywords: KeywordIndex;
  readonly spelling: Spelling;
  readonly trained: TrainedWeights | undefined;
  /** What the bases told of themselves (self-check.ts); undefined until they were asked. */
  readonly leastScores: LeastScores | undefined;
};

/** Grams overfit sooner. */
export const epochs = { words: 5, grams: 3, wideWords: 1, wideGrams: 1 } as const;
/** Of the words' epochs so many are done before a new base answers. */
const earlyWordEpochs = 2;
/** From so many entries on, training looks at rare features alone. */
export const wideFrom = 500;

/**
 * Builds a segment, first without its training. Both yields and the work they stand for are small,
 * so that a worker can take it in slices.
 * @param onPlain is given the segment as soon as it can answer, before the training
 * @param epochs of a base that is not wide
 * @param onBrief is given it when it was read through once: it ranks nearly as well by then
 */
export function* buildSegment(
  held: readonly HeldEntry[],
  onPlain: (segment: Segment) => void,
  { words: wordEpochs, grams: gramEpochs }: { words: number; grams: number } = epochs,
  onBrief?: (segment: Segment) => void,
): Generator<number, Segment, void> {
  const vocabulary = createVocabulary();
  const { log, starts, languages, spellings: spelled } = yield* readPhrasings(held, vocabulary);
  yield wholeStep;
  const { idf, idfUnknown, entryDf } = yield* measureRarity({ log, starts, languages }, vocabulary);
  const meanLength = yield* meanLengthOf(log);
  yield wholeStep;
  const keywordRows = yield* buildKeywordRows(log, idf, meanLength);
  yield wholeStep;
  const spellings = spellingsOf(spelled);
  yield wholeStep;
  const parts = { starts, idf, idfUnknown, languages, keywordRows, meanLength, spellings };
  const plain = segmentOf(held, vocabulary, parts, undefined);
  yield wholeStep;
  onPlain(plain);
  yield wholeStep;
  const read = { log, starts, senses: yield* sensesOf(vocabulary) };
  yield wholeStep;
  const senseFrame = yield* measureFrame(read);
  const sense = { senseFrame, senses: yield* laySenses(read, senseFrame) };
  const lessons = { log, starts, idf };
  if (held.length > wideFrom) {
    const words = yield* trainWideRanker(lessons, entryDf, 'words', epochs.wideWords);
    const grams = yield* trainWideRanker(lessons, entryDf, 'grams', epochs.wideGrams, log.drop);
    return { ...plain, trained: { words, grams, ...sense } };
  }
  const words = yield* beginTraining(lessons, 'words');
  const grams = yield* beginTraining(lessons, 'grams');
  // After one alone, near neighbours still tie; those of the words are the cheaper ones.
  const early = Math.min(earlyWordEpochs, wordEpochs);
  for (let epoch = 0; epoch < early; epoch++) yield* words.epoch();
  yield* grams.epoch();
  if (onBrief !== undefined) {
    const trained = { words: yield* words.freeze(), grams: yield* grams.freeze(), ...sense };
    onBrief({ ...plain, trained });
  }
  for (let epoch = early; epoch < wordEpochs; epoch++) yield* words.epoch();
  for (let epoch = 1; epoch < gramEpochs; epoch++) yield* grams.epoch();
  const trained = { words: yield* words.freeze(), grams: yield* grams.freeze(), ...sense };
  return { ...plain, trained };
}

/** Puts a segment together from its parts. */
export function segmentOf(
  held: readonly HeldEntry[],
  vocabulary: Vocabulary,
  parts: SegmentParts,
  trained: TrainedWeights | undefined,
  leastScores?: LeastScores,
): Segment {
  const { starts, idf, keywordRows, spellings } = parts;
  return {
    ...parts,
    held,
    vocabulary,
    features: idf.length,
    keywords: createKeywordIndex(keywordRows, starts, idf, vocabulary),
    spelling: createSpelling(() => spellings.words, spellings.counts),
    trained,
    leastScores,
  };
}

type ReadEntries = {
  readonly log: PhrasingLog;
  readonly starts: Int32Array;
  readonly languages: Uint8Array;
  /** Words as written, and how many phrasings have each. */
  readonly spellings: ReadonlyMap<string, number>;
};

/** Analyses all phrasings of the entries, those of an entry together. */
function* readPhrasings(
  held: readonly HeldEntry[],
  vocabulary: Vocabulary,
): Generator<number, ReadEntries, void> {
  const log = createPhrasingLog(vocabulary, countsConcepts(held.length));
  const spellings = new Map<string, number>();
  const starts = new Int32Array(held.length + 1);
  const languages = new Uint8Array(held.length);
  for (let at = 0; at < held.length; at++) {
    const { entry } = held[at] as HeldEntry;
    let letters = 0;
    const texts = phrasingsOf(entry);
    const language = languageOfTexts(texts);
    languages[at] = placeOfLanguage(language);
    for (const text of texts) {
      for (const word of log.add(text, stemsIn(language)))
        spellings.set(word, (spellings.get(word) ?? 0) + 1);
      letters += text.length;
    }
    starts[at + 1] = log.count;
    yield letters * 50;
  }
  return { log, starts, languages, spellings };
}

export function spellingsOf(spellings: ReadonlyMap<string, number>): SegmentParts['spellings'] {
  return { words: [...spellings.keys()], counts: Int32Array.from(spellings.values()) };
}

/** What stands there before anything is built. */
export function emptySegment(): Segment {
  const nothing = {
    starts: new Int32Array(1),
    languages: new Uint8Array(0),
    idf: new Float32Array(0),
    idfUnknown: allUnknown,
    keywordRows: {
      rows: new Uint32Array(1),
      postings: new Int32Array(0),
      scales: new Float32Array(0),
      lengthParts: new Float32Array(0),
    },
    meanLength: 0,
    spellings: { words: [], counts: new Int32Array(0) },
  };
  return segmentOf([], createVocabulary(), nothing, undefined);
}
