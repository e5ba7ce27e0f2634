import { type FrozenWeights, freezeWeights } from '../index/frozen-ranker';
import type { Phrasings } from '../index/phrasing-log';
import { leastYield } from '../index/work-slice';
import { createCentroids, createVectors, type Space } from './centroids';
import { createLinearRanker, type LinearRanker } from './linear-ranker';
import { bestRivals, rateOf, shuffled, stepsFor } from './rivals';

/** What is trained: entries by their phrasings. */
export type Lessons = {
  readonly log: Phrasings;
  readonly starts: Int32Array;
  readonly idf: Float32Array;
};

/**
 * Training stops after so many row places, about four seconds: 150 entries with 100
 * phrasings never get there.
 */
const mostWork = 500_000_000;
/** A phrasing that moved its entry no further than this is not looked at again. */
const littleStep = 0.05;

/** A ranker in the making; both generators yield the work of each step, in row places touched. */
export type Training = {
  epoch(): Generator<number, void, void>;
  /** Its weights as they are now; it may go on learning. */
  freeze(): Generator<number, FrozenWeights, void>;
};

/**
 * A linear ranker that starts from each entry's centroid and then learns to tell entries apart:
 * each phrasing in turn pulls its own entry closer and pushes its best rivals away. Generators, so
 * that a worker can take them in slices.
 */
export function* beginTraining(lessons: Lessons, space: Space): Generator<number, Training, void> {
  const { log, starts, idf } = lessons;
  const entryCount = starts.length - 1;
  const ranker = createLinearRanker(entryCount);
  yield* layCentroids(ranker, lessons, space);
  const { order, entryOf } = yield* lessonOrder(starts, 2);
  const vectorOf = createVectors(log, idf, space);
  const scores = new Float32Array(entryCount);
  const isLearned = new Uint8Array(log.count);
  let left = mostWork;
  let epochs = 0;
  return {
    *epoch() {
      const rate = rateOf(epochs++);
      for (const at of order) {
        if (left <= 0) return;
        if (isLearned[at] === 1) continue;
        scores.fill(0);
        const vector = vectorOf(at);
        const gold = entryOf[at] as number;
        const work = ranker.score(vector, scores) + entryCount;
        const rivals = bestRivals(scores, gold);
        const steps = stepsFor(scores, gold, rivals, rate);
        if (steps !== undefined) ranker.move(vector, [gold, ...rivals], steps);
        if ((steps?.[0] ?? 0) < littleStep) isLearned[at] = 1;
        left -= work;
        yield work;
      }
    },
    *freeze() {
      let weights = 0;
      for (let id = 0; id < idf.length; id++) {
        const row = ranker.row(id);
        if (row !== undefined) weights += row.to - row.from;
      }
      return yield* freezeWeights(idf.length, entryCount, (id) => ranker.row(id), weights);
    },
  };
}

/** Every entry's row begins as the mean of its phrasings. */
export function* layCentroids(
  ranker: LinearRanker,
  { log, starts, idf }: Lessons,
  space: Space,
): Generator<number, void, void> {
  const centroids = createCentroids(log, idf, space);
  let work = 0;
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    const centroid = centroids.of(starts[entry] as number, starts[entry + 1] as number);
    ranker.begin(centroid, entry);
    work += centroid.ids.length * 8;
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
}

/** The phrasings of all entries that have so many, in a fixed order that mixes them well. */
export function* lessonOrder(
  starts: Int32Array,
  least: number,
): Generator<number, { readonly order: Int32Array; readonly entryOf: Int32Array }, void> {
  const total = starts.at(-1) ?? 0;
  const entryOf = new Int32Array(total);
  const order = new Int32Array(total);
  let used = 0;
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    const from = starts[entry] as number;
    const to = starts[entry + 1] as number;
    if (entry % leastYield === leastYield - 1) yield 5 * leastYield;
    entryOf.fill(entry, from, to);
    if (to - from < least) continue;
    for (let at = from; at < to; at++) order[used++] = at;
  }
  yield total;
  return { order: yield* shuffled(order.subarray(0, used)), entryOf };
}
