import { vectorOf } from './centroids';
import { type Corpus, measureRarity, type Rarity } from './corpus';
import { scoreFrozen } from './frozen-ranker';
import {
  buildKeywordRows,
  createKeywordIndex,
  type KeywordIndex,
  meanLengthOf,
} from './keyword-index';
import { createLinearRanker, type LinearRanker } from './linear-ranker';
import { bestRivals, rateOf, stepsFor } from './rivals';
import { epochs, type HeldEntry, readPhrasings, type Segment, spellingsOf } from './segment';
import { createSpelling, type Spelling } from './spelling';
import { layCentroids, lessonOrder } from './training';

/** Entries that came or changed after a segment was built, indexed beside it in its own terms. */
export type FreshEntries = {
  readonly held: readonly HeldEntry[];
  readonly starts: Int32Array;
  /** The segment's own, and after it that of the features which only these entries have. */
  readonly idf: Float32Array;
  readonly idfUnknown: Corpus['idfUnknown'];
  readonly keywords: KeywordIndex;
  readonly spelling: Spelling;
  readonly words: LinearRanker;
  readonly grams: LinearRanker;
  /** Teaches them to stand up to all entries; those of the segment stay as they are. */
  train(): Generator<number, void, void>;
};

export function indexFresh(held: readonly HeldEntry[], segment: Segment): FreshEntries {
  const { vocabulary } = segment;
  const { log, starts } = finished(readPhrasings(held, vocabulary));
  const { idf, idfUnknown } = rarityBeside(
    segment,
    finished(measureRarity(log, starts, vocabulary)),
  );
  const meanLength = segment.held.length === 0 ? meanLengthOf(log) : segment.meanLength;
  const rows = finished(buildKeywordRows(log, idf, meanLength));
  const lessons = { log, starts, idf };
  const spellings = spellingsOf(log);
  const rankers = {
    words: createLinearRanker(held.length),
    grams: createLinearRanker(held.length),
  };
  for (const space of ['words', 'grams'] as const) {
    finished(layCentroids(rankers[space], lessons, space));
  }
  return {
    held,
    starts,
    idf,
    idfUnknown,
    keywords: createKeywordIndex(rows, starts, idf, vocabulary),
    spelling: createSpelling(spellings.words, spellings.counts),
    ...rankers,
    *train() {
      const { trained } = segment;
      if (trained === undefined) return;
      const size = segment.held.length;
      const scores = new Float32Array(size + held.length);
      const { order, entryOf } = lessonOrder(starts, 2);
      for (const space of ['words', 'grams'] as const) {
        const ranker = rankers[space];
        for (let epoch = 0; epoch < epochs.wideGrams; epoch++) {
          for (const at of order) {
            scores.fill(0);
            const vector = vectorOf(log, idf, at, space);
            const work = scoreFrozen(trained[space], vector, scores);
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
    },
  };
}

/** Features that the segment skips stay skipped; one that it never met is rarer than all of its own. */
function rarityBeside({ held, idf, features, idfUnknown, vocabulary }: Segment, own: Rarity) {
  if (held.length === 0) return own;
  const both = new Float32Array(own.idf.length);
  both.set(idf);
  for (let id = features; id < both.length; id++) {
    const rarity = own.idf[id] as number;
    const script = vocabulary.isHan(id) ? 'han' : 'other';
    if (rarity !== 0) both[id] = rarity - own.idfUnknown[script] + idfUnknown[script];
  }
  return { idf: both, idfUnknown };
}

export function finished<T>(work: Generator<number, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
