/** As in keyword-index.ts. */
const nearestCounted = 8;
const nearestWeights = 2.72;

/** Vote K with what was learned: the base's own phrasings count as one more, however many. */
export function nearestOf(base: number, learned: readonly number[] | undefined): number {
  if (learned === undefined) return base;
  const best = [base * nearestWeights, ...learned].sort((one, other) => other - one);
  let sum = 0;
  for (let rank = 0; rank < best.length && rank < nearestCounted; rank++) {
    sum += (best[rank] as number) / (rank + 1);
  }
  return sum / nearestWeights;
}
