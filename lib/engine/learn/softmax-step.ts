/** As in training.ts. */
const rivalCount = 8;
const temperature = 10;
const confidentEnough = 0.995;

export type Step = { readonly entries: readonly number[]; readonly steps: readonly number[] };

/**
 * How far the picked entry moves towards a message and its eight best rivals away from it; undefined
 * when the scores tell them apart already.
 */
export function softmaxStep(scores: Float32Array, picked: number, rate: number): Step | undefined {
  const rivals = bestEntries(scores, rivalCount, picked);
  const own = scores[picked] as number;
  const odds = rivals.map((rival) => Math.exp(temperature * ((scores[rival] as number) - own)));
  const sum = odds.reduce((total, each) => total + each, 1);
  if (1 / sum > confidentEnough) return undefined;
  return {
    entries: [picked, ...rivals],
    steps: [rate * (1 - 1 / sum), ...odds.map((each) => (-rate * each) / sum)],
  };
}

/** The best that score at all; equal ones in the order of the corpus. */
export function bestEntries(scores: Float32Array, most: number, but = -1): number[] {
  const best: number[] = [];
  // In a large base hardly any entry gets further than this.
  let least = 0;
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] as number;
    if (score <= least || entry === but) continue;
    let at = best.length < most ? best.length : most - 1;
    while (at > 0 && (scores[best[at - 1] as number] as number) < score) {
      best[at] = best[at - 1] as number;
      at--;
    }
    best[at] = entry;
    if (best.length === most) least = scores[best[most - 1] as number] as number;
  }
  return best;
}
