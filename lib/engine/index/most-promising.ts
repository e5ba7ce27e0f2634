/** Far more than can come into view; further down K and M, at most 1.3 together, decide nothing. */
const wanted = 400;
const steps = 512;
const counts = new Int32Array(steps + 1);

/**
 * The entries with the highest scores, rising by their place: at least `wanted` of those that score
 * at all, and what scores about as high. Undefined when none scores.
 */
export function mostPromising(scores: Float32Array): number[] | undefined {
  let highest = 0;
  for (let at = 0; at < scores.length; at++) highest = Math.max(highest, scores[at] as number);
  if (highest <= 0) return undefined;
  const scale = steps / highest;
  counts.fill(0);
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score > 0) counts[(score * scale) | 0] = (counts[(score * scale) | 0] as number) + 1;
  }
  let step = steps;
  let found = counts[step] as number;
  while (step > 0 && found < wanted) found += counts[--step] as number;
  const promising: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score > 0 && ((score * scale) | 0) >= step) promising.push(at);
  }
  return promising;
}
