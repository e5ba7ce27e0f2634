import type { LearnedFeature } from './learned-features';
import type { LearnedWeights, WeightChanges } from './learned-weights';
import { learningTuning } from './learning-tuning';
import { softmaxStep } from './softmax-step';

/** Moves the weights of one vote by its mistake on a message, as training does. */
export function learnPick(
  weights: LearnedWeights,
  vector: readonly LearnedFeature[],
  base: Float32Array,
  entry: number,
  changes: WeightChanges,
): void {
  const scores = base.slice();
  weights.score(vector, 1, scores);
  const step = softmaxStep(scores, entry, learningTuning.rate);
  if (step !== undefined) weights.move(vector, step.entries, step.steps, changes);
}
