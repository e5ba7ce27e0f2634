import type { LearnedFeature } from './learned-features';
import type { LearnedWeights, WeightChanges } from './learned-weights';
import { learningTuning } from './learning-tuning';
import { softmaxStep } from './softmax-step';

/**
 * Moves the weights of one vote by its mistake on a message, as training does.
 * @param scores of the trained model; what was learned is added to them
 */
export function learnPick(
  weights: LearnedWeights,
  vector: readonly LearnedFeature[],
  scores: Float32Array,
  entry: number,
  changes: WeightChanges,
): void {
  weights.score(vector, 1, scores);
  const step = softmaxStep(scores, entry, learningTuning.rate);
  if (step !== undefined) weights.move(vector, step.entries, step.steps, changes);
}
