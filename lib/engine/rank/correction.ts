/** What happened to one card: the odds it was shown with, and whether it was the right one. */
export type Outcome = { readonly odds: number; readonly right: boolean };

/** A base's own line through the log-odds. */
export type Correction = { readonly shift: number; readonly slope: number };

export const noCorrection: Correction = { shift: 0, slope: 1 };

/** As many outcomes' worth of belief in the general fit: a few picks must not turn a base round. */
const prior = 3;
const rounds = 30;
const smallest = 1e-9;
const leastSlope = 0.2;
const mostSlope = 3;

/**
 * Fits a base's correction to what agents did with its cards (Platt scaling with a prior towards no
 * correction, by Newton's method). The same outcomes give the same correction, in any order.
 */
export function correctionFrom(outcomes: readonly Outcome[]): Correction {
  let { shift, slope } = noCorrection;
  for (let round = 0; round < rounds; round++) {
    let slopeShift = -prior * shift;
    let slopeSlope = -prior * (slope - 1);
    let a = prior;
    let b = 0;
    let c = prior;
    for (const { odds, right } of outcomes) {
      const p = 1 / (1 + Math.exp(-(shift + slope * odds)));
      const miss = (right ? 1 : 0) - p;
      const weight = p * (1 - p);
      slopeShift += miss;
      slopeSlope += miss * odds;
      a += weight;
      b += weight * odds;
      c += weight * odds * odds;
    }
    const determinant = a * c - b * b;
    if (determinant < smallest) break;
    const byShift = (c * slopeShift - b * slopeSlope) / determinant;
    const bySlope = (a * slopeSlope - b * slopeShift) / determinant;
    shift += Math.max(-1, Math.min(1, byShift));
    slope = Math.max(leastSlope, Math.min(mostSlope, slope + Math.max(-1, Math.min(1, bySlope))));
    if (Math.abs(byShift) + Math.abs(bySlope) < smallest) break;
  }
  return { shift, slope };
}
