import type { WeightRow } from '../index/frozen-ranker';
import type { Sparse } from '../index/sparse';

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

/** Smaller moves are not worth a new place in a row. */
const leastWeight = 1e-4;
/** A row that so large a share of the entries is in gets a place for each of them. */
const fullFrom = 1 / 4;
const firstRoom = 8;

/** All rows stand in two long arrays: an array for each would keep the garbage collector busy. */
export function createLinearRanker(entryCount: number): LinearRanker {
  let entries = new Int32Array(1_024);
  let weights = new Float32Array(1_024);
  let used = 0;
  /** By feature where its row begins, how many weights it has, and how many have room there. */
  let starts = new Int32Array(256);
  let lengths = new Int32Array(256);
  let rooms = new Int32Array(256);
  const mostNamed = Math.max(firstRoom, Math.floor(entryCount * fullFrom));
  const steps = new Float32Array(entryCount);
  const pending = new Uint8Array(entryCount);

  /** Entry numbers of a full row are its places; it is scored and moved without reading them. */
  const isFull = (id: number) => rooms[id] === entryCount;

  function reserve(room: number): number {
    const from = used;
    used += room;
    if (used > entries.length) {
      entries = longer(entries, 2 * used);
      weights = longer(weights, 2 * used);
    }
    return from;
  }

  function know(id: number): void {
    if (id < starts.length) return;
    const size = Math.max(id + 1, 2 * starts.length);
    starts = longer(starts, size);
    lengths = longer(lengths, size);
    rooms = longer(rooms, size);
  }

  function widen(id: number): void {
    const from = starts[id] as number;
    const length = lengths[id] as number;
    const isNextFull = entryCount <= firstRoom || length >= mostNamed;
    const room = isNextFull ? entryCount : Math.min(mostNamed, length * 2 || firstRoom);
    const to = reserve(room);
    if (isNextFull) {
      for (let entry = 0; entry < entryCount; entry++) entries[to + entry] = entry;
      for (let slot = from; slot < from + length; slot++) {
        weights[to + (entries[slot] as number)] = weights[slot] as number;
      }
      lengths[id] = entryCount;
    } else {
      entries.copyWithin(to, from, from + length);
      weights.copyWithin(to, from, from + length);
    }
    starts[id] = to;
    rooms[id] = room;
  }

  function append(id: number, entry: number, weight: number): void {
    if (lengths[id] === rooms[id] && !isFull(id)) widen(id);
    if (isFull(id)) {
      const slot = (starts[id] as number) + entry;
      weights[slot] = (weights[slot] as number) + weight;
      return;
    }
    const slot = (starts[id] as number) + (lengths[id] as number);
    entries[slot] = entry;
    weights[slot] = weight;
    lengths[id] = (lengths[id] as number) + 1;
  }

  return {
    score(vector, scores) {
      let work = 0;
      for (let at = 0; at < vector.ids.length; at++) {
        const id = vector.ids[at] as number;
        const value = vector.values[at] as number;
        if (id >= starts.length || value === 0) continue;
        const from = starts[id] as number;
        const length = lengths[id] as number;
        work += length;
        if (length === entryCount && isFull(id)) {
          for (let entry = 0; entry < entryCount; entry++) {
            scores[entry] = (scores[entry] as number) + value * (weights[from + entry] as number);
          }
          continue;
        }
        for (let slot = from; slot < from + length; slot++) {
          const entry = entries[slot] as number;
          scores[entry] = (scores[entry] as number) + value * (weights[slot] as number);
        }
      }
      return work;
    },
    move(vector, moved, byEntry) {
      for (let at = 0; at < moved.length; at++) {
        steps[moved[at] as number] = byEntry[at] as number;
      }
      for (let at = 0; at < vector.ids.length; at++) {
        const id = vector.ids[at] as number;
        const value = vector.values[at] as number;
        if (value === 0) continue;
        know(id);
        const from = starts[id] as number;
        if (isFull(id)) {
          for (let rank = 0; rank < moved.length; rank++) {
            const slot = from + (moved[rank] as number);
            weights[slot] = (weights[slot] as number) + value * (byEntry[rank] as number);
          }
          continue;
        }
        for (let rank = 0; rank < moved.length; rank++) pending[moved[rank] as number] = 1;
        const to = from + (lengths[id] as number);
        for (let slot = from; slot < to; slot++) {
          const entry = entries[slot] as number;
          if (pending[entry] === 0) continue;
          weights[slot] = (weights[slot] as number) + value * (steps[entry] as number);
          pending[entry] = 0;
        }
        for (let rank = 0; rank < moved.length; rank++) {
          const entry = moved[rank] as number;
          const weight = value * (byEntry[rank] as number);
          if (pending[entry] === 1 && Math.abs(weight) >= leastWeight) append(id, entry, weight);
          pending[entry] = 0;
        }
      }
    },
    begin(vector, entry) {
      for (let at = 0; at < vector.ids.length; at++) {
        const id = vector.ids[at] as number;
        const weight = vector.values[at] as number;
        if (Math.abs(weight) < leastWeight) continue;
        know(id);
        append(id, entry, weight);
      }
    },
    row(id) {
      const length = lengths[id] ?? 0;
      if (length === 0) return undefined;
      const from = starts[id] as number;
      return { entries, weights, from, to: from + length };
    },
  };
}

function longer<Numbers extends Int32Array | Float32Array>(numbers: Numbers, size: number) {
  const made = new (numbers.constructor as new (length: number) => Numbers)(size);
  made.set(numbers);
  return made;
}
