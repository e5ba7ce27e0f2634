/** What happened to one card: the odds it was shown with, and whether it was the right one. */
export type Outcome = { readonly odds: number; readonly right: boolean };

/**
 * A base's own line through the log-odds. Beyond `bendAt` it may rise more or less steeply: strays
 * near a base's topic take most from the confidence of those cards that look surest.
 */
export type Correction = {
  readonly shift: number;
  readonly slope: number;
  /** The slope beyond the bend. */
  readonly beyond: number;
};

export const noCorrection: Correction = { shift: 0, slope: 1, beyond: 1 };

const bendAt = 1.5;
/** As many outcomes' worth of belief in the general fit: a few picks must not turn a base round. */
const prior = 3;
const rounds = 30;
const smallest = 1e-9;
/** Both slopes rise, whatever was picked. */
const least: Three = [Number.NEGATIVE_INFINITY, 0.2, 0.2];
const most: Three = [Number.POSITIVE_INFINITY, 3, 3];

/** The log-odds as the base's outcomes correct them. */
export function corrected(odds: number, { shift, slope, beyond }: Correction): number {
  return shift + slope * Math.min(odds, bendAt) + beyond * Math.max(0, odds - bendAt);
}

/**
 * Fits a base's correction to what agents did with its cards: Platt scaling with a bend and a prior
 * towards no correction, by Newton's method projected on the bounds (Bertsekas 1982). The same
 * outcomes give the same correction.
 */
export function correctionFrom(outcomes: readonly Outcome[]): Correction {
  const { shift, slope, beyond } = noCorrection;
  const usual: Three = [shift, slope, beyond];
  const values: Three = [...usual];
  for (let round = 0; round < rounds; round++) {
    const { gradient, curvature } = shapeAt(values, usual, outcomes);
    for (const at of places) {
      const isHeld =
        (values[at] <= least[at] && gradient[at] < 0) ||
        (values[at] >= most[at] && gradient[at] > 0);
      if (isHeld) hold(at, gradient, curvature);
    }
    let moved = 0;
    solved(curvature, gradient).forEach((step, place) => {
      const at = place as 0 | 1 | 2;
      const next = within(least[at], values[at] + within(-1, step, 1), most[at]);
      moved += Math.abs(next - values[at]);
      values[at] = next;
    });
    if (moved < smallest) break;
  }
  return { shift: values[0], slope: values[1], beyond: values[2] };
}

type Three = [number, number, number];
type Matrix = readonly [Three, Three, Three];
const places = [0, 1, 2] as const;

/** How the likelihood of the outcomes, and of the values themselves, rises and bends there. */
function shapeAt(values: Three, usual: Three, outcomes: readonly Outcome[]) {
  const gradient: Three = [0, 0, 0];
  const curvature: Matrix = [
    [prior, 0, 0],
    [0, prior, 0],
    [0, 0, prior],
  ];
  for (const at of places) gradient[at] = prior * (usual[at] - values[at]);
  for (const { odds, right } of outcomes) {
    const inputs: Three = [1, Math.min(odds, bendAt), Math.max(0, odds - bendAt)];
    const sum = values[0] + values[1] * inputs[1] + values[2] * inputs[2];
    const p = 1 / (1 + Math.exp(-sum));
    for (const row of places) {
      gradient[row] += ((right ? 1 : 0) - p) * inputs[row];
      for (const column of places) {
        curvature[row][column] += p * (1 - p) * inputs[row] * inputs[column];
      }
    }
  }
  return { gradient, curvature };
}

/** Keeps a value at its bound for a round. */
function hold(at: 0 | 1 | 2, gradient: Three, curvature: Matrix): void {
  gradient[at] = 0;
  for (const other of places) {
    if (other === at) continue;
    curvature[at][other] = 0;
    curvature[other][at] = 0;
  }
}

/** Gauss–Jordan; the prior on its diagonal keeps the matrix positive definite, so no pivot is 0. */
function solved(matrix: Matrix, right: Three): Three {
  const values: Three = [...right];
  for (const pivot of places) {
    for (const row of places) {
      if (row === pivot) continue;
      const by = matrix[row][pivot] / matrix[pivot][pivot];
      for (const column of places) matrix[row][column] -= by * matrix[pivot][column];
      values[row] -= by * values[pivot];
    }
  }
  return [values[0] / matrix[0][0], values[1] / matrix[1][1], values[2] / matrix[2][2]];
}

const within = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value));
