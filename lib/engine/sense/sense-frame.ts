import { wholeStep } from '../index/work-slice';
import { type PhrasingSenses, readingWork, readSense, sumPhrasings } from './phrasing-senses';
import { addVector } from './sense-vector';
import { inverseFactor, type Square } from './square';
import { senseSize as size } from './word-senses';

/**
 * How a base's phrasings lie in the space of senses: their mean, and the axes by which phrasings of
 * one entry spread little and entries lie apart (a lower triangle, row by row).
 */
export type SenseFrame = { readonly mean: Float32Array; readonly axes: Float32Array };

/** More phrasings than these tell no more of how they spread. */
const mostMeasured = 20_000;
/** How much the spread of all phrasings counts beside that within entries, and an even one. */
const overallShare = 0.5;
const evenShare = 1;

/**
 * Measures the frame; of very many entries some are looked at. As in linear discriminant analysis
 * (Fisher 1936), with a share of an even spread for bases that are small (Friedman 1989).
 */
export function* measureFrame(read: PhrasingSenses): Generator<number, SenseFrame, void> {
  const entries = read.starts.length - 1;
  const every = Math.ceil((read.starts.at(-1) ?? 0) / mostMeasured) || 1;
  const sum = new Float64Array(size);
  const total = new Float64Array(size);
  let count = 0;
  for (let entry = 0; entry < entries; entry += every) {
    const end = read.starts[entry + 1] as number;
    for (let at = read.starts[entry] as number; at < end; at++) {
      if (!readSense(read, at, sum)) continue;
      addVector(total, sum);
      count++;
    }
    yield readingWork(read, entry);
  }
  const mean = Float32Array.from(total, (value) => value / (count || 1));
  const overall: Square = new Float64Array(size * size);
  const between: Square = new Float64Array(size * size);
  for (let entry = 0; entry < entries; entry += every) {
    const own = sumPhrasings(read, entry, mean, sum, (phrasing) => {
      addProduct(overall, phrasing, 1);
    });
    if (own > 0) addProduct(between, sum, 1 / own);
    yield readingWork(read, entry) + (own + 1) * size * size;
  }
  yield wholeStep;
  return { mean, axes: Float32Array.from(inverseFactor(spreadOf(overall, between), size)) };
}

/** Half of a symmetric matrix is enough. */
function addProduct(matrix: Square, vector: Float64Array, by: number): void {
  for (let row = 0; row < size; row++) {
    const value = by * (vector[row] as number);
    for (let column = 0; column <= row; column++) {
      const at = row * size + column;
      matrix[at] = (matrix[at] as number) + value * (vector[column] as number);
    }
  }
}

/** Where entries have one phrasing each, an even spread stands for the one within them. */
function spreadOf(overall: Square, between: Square): Square {
  const within = overall.map((value, at) => value - (between[at] as number));
  const perWithin = evenness(within);
  const perOverall = overallShare * evenness(overall);
  const even = evenShare + (perWithin === 0 ? 1 : 0);
  return overall.map((value, at) => {
    const isDiagonal = at % (size + 1) === 0;
    return perWithin * (within[at] as number) + perOverall * value + (isDiagonal ? even : 0);
  });
}

/** What makes the mean of the diagonal 1; 0 where there is no spread. */
function evenness(matrix: Square): number {
  let sum = 0;
  for (let axis = 0; axis < size; axis++) sum += matrix[axis * size + axis] as number;
  return sum > 1e-6 ? size / sum : 0;
}
