import type { Sparse } from './sparse';
import { leastYield } from './work-slice';

/** Weights of (feature, entry) pairs as they are kept: one row a feature, a byte each. */
export type FrozenWeights = {
  /**
   * By feature where its row begins, and at the end the number of weights. Of more entries than
   * `blockSize` a row has a part for each block of so many.
   */
  readonly rows: Uint32Array;
  /** Counted from the beginning of their block; a snapshot may have whole numbers, and no blocks. */
  readonly entries: Uint16Array | Uint32Array;
  /** In steps of the row's own scale. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
};

const blockBits = 16;
const blockSize = 2 ** blockBits;
const copiedAtOnce = 2 ** 20;
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
 * @param most how many weights there are in all rows
 * @param into room for so many; it may lie over the weights themselves when rows stand there in order
 */
export function* freezeWeights(
  features: number,
  entryCount: number,
  rowOf: (id: number) => WeightRow | undefined,
  most: number,
  into = { entries: new Uint32Array(most), weights: new Int8Array(most) },
): Generator<number, FrozenWeights, void> {
  const blocks = Math.max(1, Math.ceil(entryCount / blockSize));
  const rows = new Uint32Array(features * blocks + 1);
  const scales = new Float32Array(features);
  const { entries, weights } = into;
  let slot = 0;
  let work = 0;
  for (let id = 0; id < features; id++) {
    const row = rowOf(id);
    let part = id * blocks;
    if (row !== undefined) {
      let largest = 0;
      for (let at = row.from; at < row.to; at++) {
        const weight = row.weights[at] as number;
        if (weight > largest) largest = weight;
        else if (-weight > largest) largest = -weight;
      }
      scales[id] = largest / mostSteps;
      const perStep = largest > 0 ? mostSteps / largest : 0;
      for (let at = row.from; at < row.to && perStep > 0; at++) {
        const exact = (row.weights[at] as number) * perStep;
        const steps = (exact < 0 ? exact - 0.5 : exact + 0.5) | 0;
        if (steps === 0) continue;
        const entry = row.entries[at] as number;
        while (part < id * blocks + (entry >>> blockBits)) rows[++part] = slot;
        entries[slot] = entry;
        weights[slot] = steps;
        slot++;
      }
      work += 2 * (row.to - row.from);
    }
    while (part < (id + 1) * blocks) rows[++part] = slot;
    work += 2;
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  return {
    rows,
    // Of each number the bits within its block.
    entries: yield* copied(entries.subarray(0, slot), new Uint16Array(slot)),
    weights: yield* copied(weights.subarray(0, slot), new Int8Array(slot)),
    scales,
  };
}

/** A copy, made in parts: of 100,000 entries it takes many milliseconds. */
function* copied<Into extends Uint16Array | Int8Array>(
  numbers: Uint32Array | Int8Array,
  into: Into,
): Generator<number, Into, void> {
  for (let from = 0; from < numbers.length; from += copiedAtOnce) {
    into.set(numbers.subarray(from, from + copiedAtOnce), from);
    yield copiedAtOnce / 4;
  }
  return into;
}

/** Adds the dot product with each entry's weights to `scores`; gives back the steps it took. */
export function scoreFrozen(
  { rows, entries, weights, scales }: FrozenWeights,
  vector: Sparse,
  scores: Float32Array,
): number {
  let work = 0;
  const blocks = (rows.length - 1) / scales.length;
  for (let at = 0; at < vector.ids.length; at++) {
    const id = vector.ids[at] as number;
    if (id >= scales.length) continue;
    const value = (vector.values[at] as number) * (scales[id] as number);
    if (value === 0) continue;
    let slot = rows[id * blocks] as number;
    work += (rows[(id + 1) * blocks] as number) - slot;
    for (let block = 0; block < blocks; block++) {
      const first = block * blockSize;
      const to = rows[id * blocks + block + 1] as number;
      for (; slot < to; slot++) {
        const entry = first + (entries[slot] as number);
        scores[entry] = (scores[entry] as number) + value * (weights[slot] as number);
      }
    }
  }
  return work;
}
