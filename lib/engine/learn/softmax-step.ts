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
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] as number;
    if (entry === but || score <= 0) continue;
    if (best.length === most && score <= (scores[best[most - 1] as number] as number)) continue;
    let at = best.length < most ? best.length : most - 1;
    while (at > 0 && (scores[best[at - 1] as number] as number) < score) {
      best[at] = best[at - 1] as number;
      at--;
    }
    best[at] = entry;
  }
  return best;
}
