import { sensesOf } from '../sense/phrasing-senses';
import { laySenses, noSenses, type SenseRows } from '../sense/sense-rows';
import { createSpelling, type Spelling } from '../text/spelling';
import { createVectors } from '../train/centroids';
import { createLinearRanker, type LinearRanker } from '../train/linear-ranker';
import { bestRivals, rateOf, stepsFor } from '../train/rivals';
import { type Lessons, layCentroids, lessonOrder } from '../train/training';
import { type Corpus, countsConcepts } from './corpus';
import { createFreshLog } from './fresh-log';
import { scoreFrozen } from './frozen-ranker';
import {
  buildKeywordRows,
  createKeywordIndex,
  type KeywordIndex,
  meanLengthOf,
} from './keyword-index';
import type { LocalFeatures } from './local-features';
import { measureRarity } from './rarity';
import type { Scorer } from './scorer';
import { epochs, type HeldEntry, type Segment, spellingsOf } from './segment';

/**
 * Entries that came or changed after a segment was built, indexed beside it in its own terms. What
 * is built over them counts features in numbers of its own; the segment's are taken and given.
 */
export type FreshEntries = {
  readonly held: readonly HeldEntry[];
  readonly starts: Int32Array;
  readonly languages: Uint8Array;
  /** The segment's own, and after it that of the features which only these entries have. */
  readonly idf: Float32Array;
  readonly idfUnknown: Corpus['idfUnknown'];
  readonly keywords: KeywordIndex;
  readonly spelling: Spelling;
  readonly words: Scorer;
  readonly grams: Scorer;
  readonly senses: SenseRows;
  /** Teaches them to stand up to all entries; those of the segment stay as they are. */
  train(): Generator<number, void, void>;
};

/** Gives the index over exactly these entries; a generator, as they may be hundreds. */
export type FreshIndexer = (held: readonly HeldEntry[]) => Generator<number, FreshEntries, void>;

/** The phrasings of an entry are read once, however often the entries beside it change. */
export function createFreshIndexer(segment: Segment): FreshIndexer {
  const { features, read } = createFreshLog(
    segment.vocabulary,
    countsConcepts(segment.held.length),
  );
  return function* index(held) {
    const { log, starts, languages, spellings } = yield* read(held);
    const beside = segment.held.length === 0 ? undefined : segment.idfUnknown;
    const asked = { log, starts, languages };
    const own = yield* measureRarity(asked, features.numbers, beside);
    const { idfUnknown } = own;
    const idf = idfBeside(segment, features, own.idf);
    const meanLength = segment.held.length === 0 ? yield* meanLengthOf(log) : segment.meanLength;
    const rows = yield* buildKeywordRows(log, idf, meanLength);
    const keywords = createKeywordIndex(rows, starts, idf, features.numbers);
    const lessons = { log, starts, idf };
    const words = createLinearRanker(held.length);
    const grams = createLinearRanker(held.length);
    yield* layCentroids(words, lessons, 'words');
    yield* layCentroids(grams, lessons, 'grams');
    const phrasings = { log, starts, senses: yield* sensesOf(features.numbers) };
    const frame = segment.trained?.senseFrame;
    const senses = frame === undefined ? noSenses : yield* laySenses(phrasings, frame);
    const { words: spelled, counts } = spellingsOf(spellings);
    const joined = joinedRarity(segment, features, idf);
    return {
      held,
      starts,
      languages,
      idf: joined,
      idfUnknown,
      keywords: keywordsBeside(keywords, features, idf.length, { idf: joined, segment }),
      spelling: createSpelling(() => spelled, counts),
      words: scorerOf(words, features, idf.length),
      grams: scorerOf(grams, features, idf.length),
      senses,
      train: () => trainBeside(segment, features, lessons, { words, grams }),
    };
  };
}

function scorerOf(ranker: LinearRanker, features: LocalFeatures, size: number): Scorer {
  return {
    score(vector, scores) {
      ranker.score(features.localised(vector, size), scores);
    },
  };
}

function keywordsBeside(
  own: KeywordIndex,
  features: LocalFeatures,
  size: number,
  { idf, segment }: { readonly idf: Float32Array; readonly segment: Segment },
): KeywordIndex {
  const { vocabulary } = segment;
  return {
    vote(counts, vector, unknownWords) {
      let foreign = unknownWords;
      counts.ids.forEach((id, at) => {
        const local = features.localOf(id) ?? size;
        if (local < size || !vocabulary.isWord(id)) return;
        foreign += (counts.values[at] as number) * (idf[id] as number);
      });
      return own.vote(features.localised(counts, size), features.localised(vector, size), foreign);
    },
    similarities: (vector, entry) => own.similarities(features.localised(vector, size), entry),
    holds(id, entry) {
      const local = features.localOf(id) ?? size;
      return local < size && own.holds(local, entry);
    },
  };
}

function* trainBeside(
  { trained, held: others }: Segment,
  features: LocalFeatures,
  { log, starts, idf }: Lessons,
  rankers: { readonly words: LinearRanker; readonly grams: LinearRanker },
): Generator<number, void, void> {
  if (trained === undefined) return;
  const size = others.length;
  const scores = new Float32Array(size + starts.length - 1);
  const { order, entryOf } = yield* lessonOrder(starts, 2);
  for (const space of ['words', 'grams'] as const) {
    const ranker = rankers[space];
    const vectorOf = createVectors(log, idf, space);
    for (let epoch = 0; epoch < epochs.wideGrams; epoch++) {
      for (const at of order) {
        scores.fill(0);
        const vector = vectorOf(at);
        const work = scoreFrozen(trained[space], features.globalised(vector), scores);
        ranker.score(vector, scores.subarray(size));
        const gold = size + (entryOf[at] as number);
        const rivals = bestRivals(scores, gold);
        const steps = stepsFor(scores, gold, rivals, rateOf(epoch));
        if (steps !== undefined) {
          const moved = [gold, ...rivals].flatMap((entry, rank) =>
            entry < size ? [] : [{ entry: entry - size, step: steps[rank] as number }],
          );
          ranker.move(
            vector,
            moved.map(({ entry }) => entry),
            moved.map(({ step }) => step),
          );
        }
        yield work + scores.length;
      }
    }
  }
}

/** Features that the segment has are as rare as there; those that it skips stay skipped. */
function idfBeside(
  { held, idf, features }: Segment,
  { idOf }: LocalFeatures,
  own: Float32Array,
): Float32Array {
  if (held.length === 0) return own;
  return own.map((rarity, local) => {
    const id = idOf(local);
    return id < features ? (idf[id] as number) : rarity;
  });
}

/** By the vocabulary's numbers. */
function joinedRarity(
  { idf, features, vocabulary }: Segment,
  { idOf }: LocalFeatures,
  own: Float32Array,
): Float32Array {
  const joined = new Float32Array(vocabulary.size);
  joined.set(idf);
  own.forEach((rarity, local) => {
    const id = idOf(local);
    if (id >= features) joined[id] = rarity;
  });
  return joined;
}

export function finished<T>(work: Generator<number, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
