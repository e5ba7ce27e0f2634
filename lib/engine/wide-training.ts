import { createCentroids, type Space, vectorOf } from './centroids';
import { type FrozenWeights, freezeWeights } from './frozen-ranker';
import { bestRivals, rateOf, stepsFor } from './rivals';
import { type Lessons, lessonOrder } from './training';

/** Features of more entries than these are left as they are: they say little, and cost most. */
export const longestRow = 100;

/**
 * The same for bases of many entries, where that takes minutes: an entry has a weight only for the features of
 * its own phrasings, and lessons look at rare features alone. All weights stand in one array.
 */
export function* trainWideRanker(
  { log, starts, idf }: Lessons,
  entryDf: Int32Array,
  space: Space,
  epochs: number,
): Generator<number, FrozenWeights, void> {
  const entryCount = starts.length - 1;
  const rows = new Uint32Array(idf.length + 1);
  for (let id = 0; id < idf.length; id++) {
    rows[id + 1] = (rows[id] as number) + (idf[id] === 0 ? 0 : (entryDf[id] as number));
  }
  const total = rows[idf.length] as number;
  const filled = rows.slice();
  const entries = new Uint32Array(total);
  const weights = new Float32Array(total);
  const centroids = createCentroids(log, idf, space);
  for (let entry = 0; entry < entryCount; entry++) {
    const { ids, values } = centroids.of(starts[entry] as number, starts[entry + 1] as number);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const slot = filled[id] as number;
      filled[id] = slot + 1;
      entries[slot] = entry;
      weights[slot] = values[at] as number;
    }
    yield ids.length * 4;
  }

  const scores = new Float32Array(entryCount);
  const reached = { ids: new Int32Array(entryCount), count: 0 };
  const { order, entryOf } = lessonOrder(starts, 3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of order) {
      const vector = vectorOf(log, idf, at, space);
      const gold = entryOf[at] as number;
      const work = score(vector.ids, vector.values);
      const rivals = bestRivals(scores, gold, reached);
      const steps = stepsFor(scores, gold, rivals, rateOf(epoch));
      for (let place = 0; place < reached.count; place++) scores[reached.ids[place] as number] = 0;
      if (steps !== undefined) {
        move(vector.ids, vector.values, gold, steps[0] as number);
        rivals.forEach((rival, rank) => {
          move(vector.ids, vector.values, rival, steps[rank + 1] as number);
        });
      }
      yield work + 500;
    }
  }
  return yield* freezeWeights(idf.length, entryCount, (id) => ({
    entries,
    weights,
    from: rows[id] as number,
    to: filled[id] as number,
  }));

  function score(ids: Int32Array, values: Float32Array): number {
    let work = 0;
    reached.count = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const from = rows[id] as number;
      const to = filled[id] as number;
      if (to - from > longestRow) continue;
      const value = values[at] as number;
      work += to - from;
      for (let slot = from; slot < to; slot++) {
        const entry = entries[slot] as number;
        if (scores[entry] === 0) reached.ids[reached.count++] = entry;
        scores[entry] = (scores[entry] as number) + value * (weights[slot] as number) || 1e-9;
      }
    }
    return work;
  }

  function move(ids: Int32Array, values: Float32Array, entry: number, step: number): void {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const to = filled[id] as number;
      if (to - (rows[id] as number) > longestRow) continue;
      const slot = slotOf(id, entry);
      if (slot < to && entries[slot] === entry) {
        weights[slot] = (weights[slot] as number) + step * (values[at] as number);
      }
    }
  }

  function slotOf(id: number, entry: number): number {
    let low = rows[id] as number;
    let high = filled[id] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle] as number) < entry) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
