/** Feature ids, each once, and a number for each; there may be more room for numbers than ids. */
export type Sparse = { readonly ids: Int32Array; readonly values: Float32Array };

/** Feature ids, each once, and how often each occurs. */
export type Counts = { readonly ids: Int32Array; readonly values: Float32Array | Uint8Array };

/** How often each id occurs, in the order of first occurrence. */
export function countIds(ids: Iterable<number>): Sparse {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { ids: Int32Array.from(counts.keys()), values: Float32Array.from(counts.values()) };
}

/** 1 + ln of the counts that occur nearly always. */
const dampened = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count || 1));

/** How much a feature counts that occurs so often. */
export function dampen(count: number): number {
  return dampened[count] ?? 1 + Math.log(count);
}

/**
 * Weighs counts as (1 + ln count) · idf and scales the whole to length 1. `unknownSquares` is the
 * squared weight of features that no phrasing has: they make the known ones count for less.
 * @param values room for the numbers, at least as many as there are ids
 */
export function weigh(
  counts: Counts,
  idf: Float32Array,
  unknownSquares = 0,
  values = new Float32Array(counts.ids.length),
): Sparse {
  const size = counts.ids.length;
  let squares = unknownSquares;
  for (let at = 0; at < size; at++) {
    const value = dampen(counts.values[at] as number) * (idf[counts.ids[at] as number] as number);
    values[at] = value;
    squares += value * value;
  }
  if (squares > 0) {
    const scale = 1 / Math.sqrt(squares);
    for (let at = 0; at < size; at++) values[at] = (values[at] as number) * scale;
  }
  return { ids: counts.ids, values };
}
