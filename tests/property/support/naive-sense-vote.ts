import { addSense, senseOf, senseSize } from '../../../lib/engine/sense/word-senses';
import type { Token } from '../../../lib/engine/text/analyse';
import type { NaiveBase, NaivePhrasing } from './naive-base';

type Numbers = readonly number[];

/** Gives for each entry how near its phrasings are to a message in meaning, from -1 to 1. */
export type NaiveSense = (tokens: readonly Token[], of: NaiveBase) => number[];

/** Entries are kept in 8-bit steps: 64 numbers, each off by half a step of 1/127 at most. */
export const senseSlack = (Math.sqrt(senseSize) * 1) / 127 / 2;

/**
 * Vote S in the frame of a base (engine.design.md, "sense"): the cosine of message and entry, seen from the
 * base's mean, where directions in which the phrasings of one entry differ count less. With the spread S
 * of linear discriminant analysis, shrunk, that is m·S⁻¹e / √(m·S⁻¹m · e·S⁻¹e).
 */
export function naiveSense(base: NaiveBase): NaiveSense {
  const all = base.entries.flatMap(({ phrasings }) => phrasings.flatMap(senseOfPhrasing));
  const mean = sum(all).map((value) => value / (all.length || 1));
  const seen = (sense: Numbers) => unit(sense.map((value, axis) => value - (mean[axis] ?? 0)));
  const sensesOf = (phrasings: readonly NaivePhrasing[]) =>
    phrasings.flatMap(senseOfPhrasing).flatMap(seen);

  const overall = square();
  const within = square();
  for (const { phrasings } of base.entries) {
    const senses = sensesOf(phrasings);
    const own = sum(senses);
    for (const sense of senses) addProduct(overall, sense, 1);
    for (const sense of senses) addProduct(within, sense, 1);
    if (senses.length > 0) addProduct(within, own, -1 / senses.length);
  }
  const perWithin = evenness(within);
  const inverse = inverted(
    overall.map((row, at) =>
      row.map((value, column) => {
        const even = at === column ? 1 + (perWithin === 0 ? 1 : 0) : 0;
        const own = perWithin * (within[at]?.[column] ?? 0);
        return own + 0.5 * evenness(overall) * value + even;
      }),
    ),
  );
  const product = (one: Numbers, other: Numbers) =>
    inverse.reduce((sum, row, at) => sum + (one[at] ?? 0) * inner(row, other), 0);

  return (tokens, { entries }) => {
    const [message] = senseOfTokens(tokens).flatMap(seen);
    return entries.map(({ phrasings }) => {
      const entry = sum(sensesOf(phrasings));
      const length = Math.sqrt(product(entry, entry));
      if (message === undefined || length < 1e-6) return 0;
      const cosine = product(message, entry) / Math.sqrt(product(message, message)) / length;
      return cosine * shareWithoutHan(tokens);
    });
  };
}

/** None when no word has a sense. */
const senseOfPhrasing = ({ tokens }: NaivePhrasing) => senseOfTokens(tokens);

/** The sum of the words' vectors, of length 1. */
function senseOfTokens(tokens: readonly Token[]): Numbers[] {
  const senses = new Float64Array(senseSize);
  for (const { stem } of tokens) {
    const place = senseOf(stem);
    if (place !== undefined) addSense(place, 1, senses);
  }
  return unit([...senses]);
}

/** Words without Han, among them and the Han characters. */
function shareWithoutHan(tokens: readonly Token[]): number {
  const other = tokens.filter(({ isRun }) => !isRun).length;
  const han = tokens.reduce((sum, { isRun, word }) => sum + (isRun ? word.length : 0), 0);
  return other / (other + han);
}

function unit(vector: Numbers): Numbers[] {
  const length = Math.hypot(...vector);
  return length < 1e-6 ? [] : [vector.map((value) => value / length)];
}

const square = (): number[][] =>
  Array.from({ length: senseSize }, () => new Array<number>(senseSize).fill(0));

const inner = (one: Numbers, other: Numbers) =>
  one.reduce((sum, value, axis) => sum + value * (other[axis] ?? 0), 0);

const sum = (vectors: readonly Numbers[]) =>
  Array.from({ length: senseSize }, (_, axis) =>
    vectors.reduce((total, vector) => total + (vector[axis] ?? 0), 0),
  );

function addProduct(matrix: number[][], vector: Numbers, by: number): void {
  for (const [at, row] of matrix.entries())
    for (const column of row.keys())
      row[column] = (row[column] ?? 0) + by * (vector[at] ?? 0) * (vector[column] ?? 0);
}

/** What makes the mean of the diagonal 1; 0 without any spread. */
function evenness(matrix: readonly Numbers[]): number {
  const trace = matrix.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  return trace > 1e-6 ? senseSize / trace : 0;
}

/** By Gauss and Jordan; the matrix is positive definite, so no row needs to be sought. */
function inverted(matrix: readonly Numbers[]): Numbers[] {
  const rows = matrix.map((row, at) => [
    ...row,
    ...row.map((_, column) => (at === column ? 1 : 0)),
  ]);
  for (const [at, pivot] of rows.entries()) {
    const by = pivot[at] ?? 1;
    for (const column of pivot.keys()) pivot[column] = (pivot[column] ?? 0) / by;
    for (const [other, row] of rows.entries()) {
      const part = row[at] ?? 0;
      if (other === at || part === 0) continue;
      for (const column of row.keys())
        row[column] = (row[column] ?? 0) - part * (pivot[column] ?? 0);
    }
  }
  return rows.map((row) => row.slice(senseSize));
}
