import type { LearnedFeature } from './learned-features';
import type { Reached } from './reached';

type Row = { entries: Int32Array; weights: Float32Array; length: number };

/** What a lesson changed: enough to put back exactly what was there before. */
export type WeightChanges = {
  readonly rows: number[];
  readonly slots: number[];
  /** The weight before; NaN where the lesson made the place. */
  readonly before: number[];
};

/** One weight for each (feature, entry) pair that a lesson moved, in rows by feature. */
export type LearnedWeights = {
  /** @param reached is told of the entries that got something */
  score(
    vector: readonly LearnedFeature[],
    by: number,
    scores: Float32Array,
    reached?: Reached,
  ): void;
  /** Moves each entry's weights along the vector by its step; notes in `changes` what was there. */
  move(
    vector: readonly LearnedFeature[],
    entries: readonly number[],
    steps: readonly number[],
    changes: WeightChanges,
  ): void;
  /** Takes changes back; only ever those of the last moves that were not taken back yet. */
  restore(changes: WeightChanges): void;
  kept(): KeptWeights;
};

/** All rows one behind the other, and where each begins. */
export type KeptWeights = {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly weights: Float32Array;
};

/** Smaller moves are not worth a new place in a row. */
const leastWeight = 1e-4;
/** A pick moves one entry and eight rivals. */
const firstRoom = 9;

export function createLearnedWeights(entryCount: number, kept?: KeptWeights): LearnedWeights {
  const rows: (Row | undefined)[] = kept === undefined ? [] : rowsOf(kept);
  /** By entry: one more than its place in the row at hand; 0 when it has none yet. */
  const places = new Int32Array(entryCount);
  return {
    score(vector, by, scores, reached) {
      for (const { id, value } of vector) {
        const row = rows[id];
        if (row === undefined) continue;
        const { entries, weights, length } = row;
        const part = value * by;
        for (let slot = 0; slot < length; slot++) {
          const entry = entries[slot] as number;
          scores[entry] = (scores[entry] as number) + part * (weights[slot] as number);
          reached?.add(entry);
        }
      }
    },
    move(vector, entries, steps, changes) {
      for (const { id, value } of vector) {
        if (id < 0 || value === 0) continue;
        const row = rows[id] ?? {
          entries: new Int32Array(firstRoom),
          weights: new Float32Array(firstRoom),
          length: 0,
        };
        rows[id] = row;
        for (let slot = 0; slot < row.length; slot++) {
          places[row.entries[slot] as number] = slot + 1;
        }
        entries.forEach((entry, at) => {
          const step = value * (steps[at] as number);
          const place = places[entry] as number;
          if (place === 0 && Math.abs(step) < leastWeight) return;
          const slot = place === 0 ? append(row, entry) : place - 1;
          const before = row.weights[slot] as number;
          changes.rows.push(id);
          changes.slots.push(slot);
          changes.before.push(place === 0 ? Number.NaN : before);
          row.weights[slot] = before + step;
        });
        for (let slot = 0; slot < row.length; slot++) places[row.entries[slot] as number] = 0;
      }
    },
    kept() {
      const starts = new Int32Array(rows.length + 1);
      for (let at = 0; at < rows.length; at++) {
        starts[at + 1] = (starts[at] as number) + (rows[at]?.length ?? 0);
      }
      const size = starts[rows.length] as number;
      const all = { starts, entries: new Int32Array(size), weights: new Float32Array(size) };
      rows.forEach((row, at) => {
        if (row === undefined) return;
        all.entries.set(row.entries.subarray(0, row.length), starts[at]);
        all.weights.set(row.weights.subarray(0, row.length), starts[at]);
      });
      return all;
    },
    restore({ rows: ids, slots, before }) {
      for (let at = ids.length - 1; at >= 0; at--) {
        const row = rows[ids[at] as number];
        const weight = before[at] as number;
        if (row === undefined) continue;
        if (Number.isNaN(weight)) row.length--;
        else row.weights[slots[at] as number] = weight;
      }
    },
  };
}

/** Copies: a row changes where it stands. */
function rowsOf({ starts, entries, weights }: KeptWeights): (Row | undefined)[] {
  return Array.from({ length: starts.length - 1 }, (_, at) => {
    const from = starts[at] as number;
    const to = starts[at + 1] as number;
    if (to === from) return undefined;
    const row = { entries: entries.slice(from, to), weights: weights.slice(from, to) };
    return { ...row, length: to - from };
  });
}

/** Gives back the new place, with weight 0. */
function append(row: Row, entry: number): number {
  const slot = row.length++;
  if (slot === row.entries.length) {
    const entries = new Int32Array(slot * 2);
    entries.set(row.entries);
    const weights = new Float32Array(slot * 2);
    weights.set(row.weights);
    row.entries = entries;
    row.weights = weights;
  }
  row.entries[slot] = entry;
  row.weights[slot] = 0;
  return slot;
}
