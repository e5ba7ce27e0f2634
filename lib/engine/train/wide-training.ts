import { type FrozenWeights, freezeWeights } from '../index/frozen-ranker';
import type { Sparse } from '../index/sparse';
import { leastYield, wholeStep } from '../index/work-slice';
import { createCentroids, createVectors, type Space } from './centroids';
import { bestRivals, rateOf, stepsFor } from './rivals';
import { type Lessons, lessonOrder } from './training';

/** Features of more entries than these are left as they are: they say little, and cost most. */
export const longestRow = 100;
/** So many rows are laid out between two yields: about a millisecond. */
const rowsAtOnce = 2 ** 17;

/**
 * The same for bases of many entries, where that takes minutes: an entry has a weight only for the features of
 * its own phrasings, and lessons look at rare features alone. All weights stand in one array.
 * @param onLearned is called when the phrasings have been read for the last time
 */
export function* trainWideRanker(
  { log, starts, idf }: Lessons,
  entryDf: Int32Array,
  space: Space,
  epochs: number,
  onLearned: () => void = () => {},
): Generator<number, FrozenWeights, void> {
  const entryCount = starts.length - 1;
  const counts = space === 'words' ? yield* countWords(log, starts, idf.length) : entryDf;
  const rows = new Uint32Array(idf.length + 1);
  for (let id = 0; id < idf.length; id++) {
    rows[id + 1] = (rows[id] as number) + (idf[id] === 0 ? 0 : (counts[id] as number));
    if (id % rowsAtOnce === rowsAtOnce - 1) yield 2 * rowsAtOnce;
  }
  const total = rows[idf.length] as number;
  yield wholeStep;
  const filled = rows.slice();
  yield wholeStep;
  const entries = new Uint32Array(total);
  yield wholeStep;
  const weights = new Float32Array(total);
  yield wholeStep;
  const centroids = createCentroids(log, idf, space);
  let work = 0;
  for (let entry = 0; entry < entryCount; entry++) {
    const { ids, values } = centroids.of(starts[entry] as number, starts[entry + 1] as number);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const slot = filled[id] as number;
      filled[id] = slot + 1;
      entries[slot] = entry;
      weights[slot] = values[at] as number;
    }
    work += ids.length * 10;
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }

  const vectorOf = createVectors(log, idf, space);
  const scores = new Float32Array(entryCount);
  const reached = { ids: new Int32Array(entryCount), count: 0 };
  /** The rare features of the phrasing at hand. */
  const rare = { ids: new Int32Array(1_024), values: new Float32Array(1_024), count: 0 };
  yield wholeStep;
  const { order, entryOf } = yield* lessonOrder(starts, 3);
  yield wholeStep;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of order) {
      pickRare(vectorOf(at));
      const gold = entryOf[at] as number;
      work += score() + 500;
      const rivals = bestRivals(scores, gold, reached);
      const steps = stepsFor(scores, gold, rivals, rateOf(epoch));
      for (let place = 0; place < reached.count; place++) scores[reached.ids[place] as number] = 0;
      if (steps !== undefined) {
        move(gold, steps[0] as number);
        for (let rank = 0; rank < rivals.length; rank++) {
          move(rivals[rank] as number, steps[rank + 1] as number);
        }
      }
      if (work >= leastYield) {
        yield work;
        work = 0;
      }
    }
  }
  yield wholeStep;
  onLearned();
  const rowOf = (id: number) => {
    const from = rows[id] as number;
    return { entries, weights, from, to: filled[id] as number };
  };
  const into = { entries, weights: new Int8Array(weights.buffer) };
  return yield* freezeWeights(idf.length, entryCount, rowOf, total, into);

  function pickRare({ ids, values }: Sparse): void {
    if (ids.length > rare.ids.length) {
      rare.ids = new Int32Array(2 * ids.length);
      rare.values = new Float32Array(2 * ids.length);
    }
    rare.count = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const count = (filled[id] as number) - (rows[id] as number);
      if (count === 0 || count > longestRow) continue;
      rare.ids[rare.count] = id;
      rare.values[rare.count++] = values[at] as number;
    }
  }

  function score(): number {
    let touched = 0;
    reached.count = 0;
    for (let at = 0; at < rare.count; at++) {
      const id = rare.ids[at] as number;
      const from = rows[id] as number;
      const to = filled[id] as number;
      const value = rare.values[at] as number;
      touched += to - from;
      for (let slot = from; slot < to; slot++) {
        const entry = entries[slot] as number;
        const before = scores[entry] as number;
        if (before === 0) reached.ids[reached.count++] = entry;
        scores[entry] = before + value * (weights[slot] as number) || 1e-9;
      }
    }
    return touched;
  }

  function move(entry: number, step: number): void {
    for (let at = 0; at < rare.count; at++) {
      const id = rare.ids[at] as number;
      const slot = slotOf(id, entry);
      if (slot >= 0) {
        weights[slot] = (weights[slot] as number) + step * (rare.values[at] as number);
      }
    }
  }

  /** Where the entry's weight for a feature stands; -1 when it has none. */
  function slotOf(id: number, entry: number): number {
    const end = filled[id] as number;
    let low = rows[id] as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle] as number) < entry) low = middle + 1;
      else high = middle;
    }
    return low < end && entries[low] === entry ? low : -1;
  }
}

/** In how many entries each feature is that vote A looks at: letters need no room in its rows. */
function* countWords(
  log: Lessons['log'],
  starts: Int32Array,
  features: number,
): Generator<number, Int32Array, void> {
  const counts = new Int32Array(features);
  /** Numbers from 1 on, so that none needs to be written first. */
  const lastEntry = new Int32Array(features);
  let work = 0;
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    for (let at = starts[entry] as number; at < (starts[entry + 1] as number); at++) {
      const { ids } = log.words(at);
      for (let place = 0; place < ids.length; place++) {
        const id = ids[place] as number;
        if (lastEntry[id] === entry + 1) continue;
        lastEntry[id] = entry + 1;
        counts[id] = (counts[id] as number) + 1;
      }
      work += ids.length;
    }
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  return counts;
}
