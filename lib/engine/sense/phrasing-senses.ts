import type { FeatureNumbers } from '../index/local-features';
import type { Phrasings } from '../index/phrasing-log';
import { leastYield, wholeStep } from '../index/work-slice';
import { addVector, centre, normalise } from './sense-vector';
import { addSense, allSenses, senseSize } from './word-senses';

/** What is read of entries to know what they mean. */
export type PhrasingSenses = {
  readonly log: Phrasings;
  readonly starts: Int32Array;
  /** By feature the place of its sense and 1 more, or 0. */
  readonly senses: Int32Array;
};

/** Which features are words that have a sense. */
export function* sensesOf(
  numbers: Pick<FeatureNumbers, 'find' | 'size'>,
): Generator<number, Int32Array, void> {
  const senses = new Int32Array(numbers.size);
  const all = allSenses();
  yield wholeStep;
  for (const [stem, place] of all) {
    if (place % 1_000 === 999) yield 5 * leastYield;
    const id = numbers.find(stem);
    if (id !== undefined) senses[id] = place + 1;
  }
  return senses;
}

/** The sum of the phrasing's words, of length 1; false when it has none. */
export function readSense(read: PhrasingSenses, at: number, into: Float64Array): boolean {
  into.fill(0);
  const { ids, values } = read.log.words(at);
  for (let place = 0; place < ids.length; place++) {
    const sense = read.senses[ids[place] as number] ?? 0;
    if (sense > 0) addSense(sense - 1, values[place] as number, into);
  }
  return normalise(into);
}

/**
 * The sum of an entry's phrasings, each as seen from the mean and of length 1.
 * @param onEach is given each before it is added
 * @returns how many there are
 */
export function sumPhrasings(
  read: PhrasingSenses,
  entry: number,
  mean: Float32Array,
  sum: Float64Array,
  onEach?: (phrasing: Float64Array) => void,
): number {
  const phrasing = new Float64Array(senseSize);
  let count = 0;
  sum.fill(0);
  const end = read.starts[entry + 1] as number;
  for (let at = read.starts[entry] as number; at < end; at++) {
    if (!readSense(read, at, phrasing) || !centre(phrasing, mean)) continue;
    onEach?.(phrasing);
    addVector(sum, phrasing);
    count++;
  }
  return count;
}

/** What it takes to read an entry's phrasings, in row places. */
export function readingWork({ starts }: PhrasingSenses, entry: number): number {
  return ((starts[entry + 1] as number) - (starts[entry] as number)) * senseSize * 8;
}
