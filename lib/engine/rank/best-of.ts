/** The best `count` of those that score at all; equal ones in the order of the corpus. */
export function bestOf(among: readonly number[], scores: Float32Array, count: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (let rank = 0; rank < among.length; rank++) {
    const at = among[rank] as number;
    const score = scores[at] as number;
    if (score <= least) continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? -1] ?? 0) < score) place--;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best.at(-1) ?? -1] ?? 0;
  }
  return best;
}

export function highest(among: readonly number[], scores: Float32Array): number {
  let best = 0;
  for (let rank = 0; rank < among.length; rank++) {
    const score = scores[among[rank] as number] as number;
    if (score > best) best = score;
  }
  return best;
}
