/** Far more than can come into view; further down K and M, at most 1.3 together, decide nothing. */
const wanted = 200;
const steps = 512;
/** By share of the best. Most entries score next to nothing: they are counted only when those above do not suffice. */
const countedFrom = [1 / 4, 1 / 16, 0] as const;
const counts = new Int32Array(steps + 1);

/**
 * The entries with the highest scores, rising by their place: at least `wanted` of those that score
 * at all, and what scores about as high. Undefined when none scores.
 */
export function mostPromising(scores: Float32Array): number[] | undefined {
  for (const share of countedFrom) {
    const { reached, highest } = reachedBy(scores, share);
    if (highest <= 0) return undefined;
    const scale = steps / highest;
    const least = stepWithEnough(scores, reached, scale, share * steps);
    if (least === undefined && share > 0) continue;
    return reached.filter((at) => (scores[at] as number) * scale >= (least ?? 0));
  }
  return undefined;
}

/**
 * The entries that have this share of the highest score, and some of those that had it of the
 * highest so far: the scores are read once.
 */
function reachedBy(scores: Float32Array, share: number) {
  const reached: number[] = [];
  let highest = 0;
  let least = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score <= least) continue;
    reached.push(at);
    if (score <= highest) continue;
    highest = score;
    // A little less, as what is rounded may just reach it.
    least = share * highest * 0.999;
  }
  return { reached, highest };
}

/** The highest step, not under `from`, that `wanted` of these scores reach; by a histogram. */
function stepWithEnough(
  scores: Float32Array,
  reached: readonly number[],
  scale: number,
  from: number,
): number | undefined {
  counts.fill(0);
  for (let rank = 0; rank < reached.length; rank++) {
    const place = (scores[reached[rank] as number] as number) * scale;
    if (place >= from && place > 0) counts[place | 0] = (counts[place | 0] as number) + 1;
  }
  for (let step = steps, found = 0; step >= from; step--) {
    found += counts[step] as number;
    if (found >= wanted) return step;
  }
  return undefined;
}
