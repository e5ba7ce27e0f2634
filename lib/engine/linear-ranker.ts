import type { WeightRow } from './frozen-ranker';
import type { Sparse } from './sparse';

/**
 * One weight for each (feature, entry) pair that has one, kept as rows by feature, so that
 * scoring costs the sum of the message's rows and not the size of the base.
 */
export type LinearRanker = {
  /** Adds the dot product with each entry's weights to `scores`; gives back the steps it took. */
  score(vector: Sparse, scores: Float32Array): number;
  /** Moves each entry's weights along the vector by its step. */
  move(vector: Sparse, entries: readonly number[], steps: readonly number[]): void;
  /** Gives an entry that has no weights yet those of the vector. */
  begin(vector: Sparse, entry: number): void;
  /** The weights of a feature, if it has any. */
  row(id: number): WeightRow | undefined;
};

type Row = { entries: Int32Array; weights: Float32Array; length: number };

/** Smaller moves are not worth a new place in a row. */
const leastWeight = 1e-4;

export function createLinearRanker(entryCount: number): LinearRanker {
  const rows: (Row | undefined)[] = [];
  const steps = new Float32Array(entryCount);
  const pending = new Uint8Array(entryCount);
  const rowOf = (id: number): Row => {
    const row = rows[id] ?? {
      entries: new Int32Array(2),
      weights: new Float32Array(2),
      length: 0,
    };
    rows[id] = row;
    return row;
  };
  return {
    score(vector, scores) {
      let work = 0;
      for (let at = 0; at < vector.ids.length; at++) {
        const row = rows[vector.ids[at] as number];
        const value = vector.values[at] as number;
        if (row === undefined || value === 0) continue;
        const { entries, weights, length } = row;
        work += length;
        for (let slot = 0; slot < length; slot++) {
          const entry = entries[slot] as number;
          scores[entry] = (scores[entry] as number) + value * (weights[slot] as number);
        }
      }
      return work;
    },
    move(vector, entries, byEntry) {
      entries.forEach((entry, at) => {
        steps[entry] = byEntry[at] as number;
      });
      for (let at = 0; at < vector.ids.length; at++) {
        const id = vector.ids[at] as number;
        const value = vector.values[at] as number;
        if (value === 0) continue;
        for (const entry of entries) pending[entry] = 1;
        const row = rowOf(id);
        const { length } = row;
        for (let slot = 0; slot < length; slot++) {
          const entry = row.entries[slot] as number;
          const step = steps[entry] as number;
          if (step === 0) continue;
          row.weights[slot] = (row.weights[slot] as number) + value * step;
          pending[entry] = 0;
        }
        for (const entry of entries) {
          const weight = value * (steps[entry] as number);
          if (pending[entry] === 1 && Math.abs(weight) >= leastWeight) append(row, entry, weight);
          pending[entry] = 0;
        }
      }
      for (const entry of entries) steps[entry] = 0;
    },
    begin(vector, entry) {
      for (let at = 0; at < vector.ids.length; at++) {
        const weight = vector.values[at] as number;
        if (Math.abs(weight) >= leastWeight) append(rowOf(vector.ids[at] as number), entry, weight);
      }
    },
    row(id) {
      const row = rows[id];
      return row === undefined
        ? undefined
        : { entries: row.entries, weights: row.weights, from: 0, to: row.length };
    },
  };
}

function append(row: Row, entry: number, weight: number): void {
  if (row.length === row.entries.length) {
    const entries = new Int32Array(row.length * 2);
    entries.set(row.entries);
    const weights = new Float32Array(row.length * 2);
    weights.set(row.weights);
    row.entries = entries;
    row.weights = weights;
  }
  row.entries[row.length] = entry;
  row.weights[row.length] = weight;
  row.length++;
}
