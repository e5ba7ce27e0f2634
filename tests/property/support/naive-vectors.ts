import type { Token } from '../../../lib/engine/text/analyse';
import { characterGrams, wordFeatures } from '../../../lib/engine/text/features';

/** How often each feature occurs, or how much it counts, by its key. */
export type Vector = ReadonlyMap<string, number>;

/** What vote A looks at: stems, pairs of them, Han n-grams, concepts. */
export const wordKeys = (tokens: readonly Token[], hasConcepts = true) =>
  wordFeatures(tokens, hasConcepts).map(({ key }) => key);

/** What vote B looks at: the same and character grams. */
export const gramKeys = (tokens: readonly Token[], hasConcepts = true) => [
  ...wordKeys(tokens, hasConcepts),
  ...characterGrams(tokens),
];

/** BM25 counts words alone, neither pairs nor character grams. */
export const isWordKey = (key: string) => !key.includes(' ');

export function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * (1 + ln tf) · idf, scaled to length 1 (engine.md, "A"). What no phrasing has is not in the vector,
 * but takes its share of the length.
 */
export function weighed(
  keys: readonly string[],
  idf: (key: string) => number,
  unknownSquares = 0,
): Vector {
  const raw = [...countsOf(keys)].map(([key, tf]) => [key, (1 + Math.log(tf)) * idf(key)] as const);
  return scaled(new Map(raw.filter(([, weight]) => weight !== 0)), unknownSquares);
}

export function scaled(vector: Vector, unknownSquares = 0): Vector {
  const squares = [...vector.values()].reduce((sum, value) => sum + value ** 2, unknownSquares);
  return new Map([...vector].map(([key, value]) => [key, value / (Math.sqrt(squares) || 1)]));
}

export function sumOf(vectors: readonly Vector[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [key, value] of vector) sum.set(key, (sum.get(key) ?? 0) + value);
  return sum;
}

export function dot(one: Vector, other: Vector): number {
  let sum = 0;
  for (const [key, value] of one) sum += value * (other.get(key) ?? 0);
  return sum;
}
