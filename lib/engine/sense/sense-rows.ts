import { leastYield } from '../index/work-slice';
import { type PhrasingSenses, readingWork, sumPhrasings } from './phrasing-senses';
import type { SenseFrame } from './sense-frame';
import { centre, normalise, turn } from './sense-vector';
import { addSense, senseSize as size } from './word-senses';

/** By entry the mean of its phrasings in the frame, of length 1; zeros where no word has a sense. */
export type SenseRows = {
  /** In steps of the entry's own scale. */
  readonly steps: Int8Array;
  readonly scales: Float32Array;
};

export const noSenses: SenseRows = { steps: new Int8Array(0), scales: new Float32Array(0) };

/** Steps of an 8-bit number to either side. */
const mostSteps = 127;

/** The entries' rows, in a frame that other entries may have made. */
export function* laySenses(
  read: PhrasingSenses,
  { mean, axes }: SenseFrame,
): Generator<number, SenseRows, void> {
  const entries = read.starts.length - 1;
  const steps = new Int8Array(entries * size);
  const scales = new Float32Array(entries);
  const sum = new Float64Array(size);
  let work = 0;
  for (let entry = 0; entry < entries; entry++) {
    sumPhrasings(read, entry, mean, sum);
    turn(sum, axes);
    if (normalise(sum)) {
      const scale = sum.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / mostSteps;
      scales[entry] = scale;
      sum.forEach((value, axis) => {
        steps[entry * size + axis] = Math.round(value / scale);
      });
    }
    work += readingWork(read, entry) + size * size;
    if (work >= leastYield) {
      yield work;
      work = 0;
    }
  }
  return { steps, scales };
}

/**
 * A message in the frame, of length 1; undefined when none of its words has a sense.
 * @param places of its words' senses, repeated ones included
 */
export function turnedSense(
  places: readonly number[],
  { mean, axes }: SenseFrame,
): Float32Array | undefined {
  const sum = new Float64Array(size);
  for (const place of places) addSense(place, 1, sum);
  if (!normalise(sum) || !centre(sum, mean)) return undefined;
  turn(sum, axes);
  return normalise(sum) ? Float32Array.from(sum) : undefined;
}

/** The cosine of the message and the entry, from -1 to 1; 0 for an entry without a row. */
export function alikeness(
  message: Float32Array,
  { steps, scales }: SenseRows,
  entry: number,
): number {
  const from = entry * size;
  let sum = 0;
  for (let axis = 0; axis < size; axis++) {
    sum += (message[axis] as number) * (steps[from + axis] ?? 0);
  }
  return sum * (scales[entry] ?? 0);
}
