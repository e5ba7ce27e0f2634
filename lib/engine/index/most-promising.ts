/** Far more than can come into view; further down K and M, at most 1.3 together, decide nothing. */
const wanted = 200;
const steps = 512;
/** Most entries score next to nothing: they are counted only when those above do not suffice. */
const countedFrom = [steps / 4, 0] as const;
const counts = new Int32Array(steps + 1);

/**
 * The entries with the highest scores, rising by their place: at least `wanted` of those that score
 * at all, and what scores about as high. Undefined when none scores.
 */
export function mostPromising(scores: Float32Array): number[] | undefined {
  let highest = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score > highest) highest = score;
  }
  if (highest <= 0) return undefined;
  const scale = steps / highest;
  let least: number | undefined;
  for (const from of countedFrom) least ??= stepWithEnough(scores, scale, from);
  const promising: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score > 0 && score * scale >= (least ?? 0)) promising.push(at);
  }
  return promising;
}

/** The highest step, not under `from`, that `wanted` scores reach; by a histogram of the scores. */
function stepWithEnough(scores: Float32Array, scale: number, from: number): number | undefined {
  counts.fill(0);
  for (let at = 0; at < scores.length; at++) {
    const place = (scores[at] as number) * scale;
    if (place >= from && place > 0) counts[place | 0] = (counts[place | 0] as number) + 1;
  }
  for (let step = steps, found = 0; step >= from; step--) {
    found += counts[step] as number;
    if (found >= wanted) return step;
  }
  return undefined;
}
