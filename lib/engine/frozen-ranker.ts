import type { Sparse } from './sparse';

/** Weights of (feature, entry) pairs as they are kept: one row a feature, a byte each. */
export type FrozenWeights = {
  /** By feature where its row begins, and at the end the number of weights. */
  readonly rows: Uint32Array;
  readonly entries: Uint16Array | Uint32Array;
  /** In steps of the row's own scale. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
};

/** Steps of an 8-bit weight to either side. */
const mostSteps = 127;

/** A row's weights, with entries rising. */
export type WeightRow = {
  readonly entries: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
};

/**
 * Puts weights into a byte each. Those that are too small for one step are left out.
 * @param rowOf is asked for each feature twice and must answer alike
 */
export function* freezeWeights(
  features: number,
  entryCount: number,
  rowOf: (id: number) => WeightRow | undefined,
): Generator<number, FrozenWeights, void> {
  const rows = new Uint32Array(features + 1);
  const scales = new Float32Array(features);
  for (let id = 0; id < features; id++) {
    rows[id + 1] = rows[id] as number;
    const row = rowOf(id);
    if (row === undefined) continue;
    let most = 0;
    for (let at = row.from; at < row.to; at++) {
      most = Math.max(most, Math.abs(row.weights[at] as number));
    }
    scales[id] = most / mostSteps;
    let kept = 0;
    for (let at = row.from; at < row.to; at++) if (stepsAt(row, at, id) !== 0) kept++;
    rows[id + 1] = (rows[id] as number) + kept;
    yield row.to - row.from;
  }
  const total = rows[features] as number;
  const entries = entryCount <= 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
  const weights = new Int8Array(total);
  let slot = 0;
  for (let id = 0; id < features; id++) {
    const row = rowOf(id);
    if (row === undefined) continue;
    for (let at = row.from; at < row.to; at++) {
      const steps = stepsAt(row, at, id);
      if (steps === 0) continue;
      entries[slot] = row.entries[at] as number;
      weights[slot] = steps;
      slot++;
    }
    yield row.to - row.from;
  }
  return { rows, entries, weights, scales };

  function stepsAt(row: WeightRow, at: number, id: number): number {
    const scale = scales[id] as number;
    return scale === 0 ? 0 : Math.round((row.weights[at] as number) / scale);
  }
}

/** Adds the dot product with each entry's weights to `scores`; gives back the steps it took. */
export function scoreFrozen(
  { rows, entries, weights, scales }: FrozenWeights,
  vector: Sparse,
  scores: Float32Array,
): number {
  let work = 0;
  for (let at = 0; at < vector.ids.length; at++) {
    const id = vector.ids[at] as number;
    if (id >= scales.length) continue;
    const value = (vector.values[at] as number) * (scales[id] as number);
    if (value === 0) continue;
    const from = rows[id] as number;
    const to = rows[id + 1] as number;
    work += to - from;
    for (let slot = from; slot < to; slot++) {
      const entry = entries[slot] as number;
      scores[entry] = (scores[entry] as number) + value * (weights[slot] as number);
    }
  }
  return work;
}
