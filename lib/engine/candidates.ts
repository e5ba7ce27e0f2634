import { confidenceOf, kindOf } from './calibrate';
import type { Model } from './model';
import type { Ranked } from './ranking';

/** A graded entry without its reasons. `at`: its place in the corpus. */
export type Candidate = Pick<Ranked, 'base' | 'id' | 'score' | 'confidence' | 'kind'> & {
  readonly at: number;
};

/** How sure each entry of an order is, best first. */
export function confidencesOf(
  model: Model,
  order: readonly number[],
  scores: Float32Array,
  hanShare: number,
): number[] {
  const trained = model.grams !== undefined;
  const first = scores[order[0] ?? -1] ?? 0;
  const second = scores[order[1] ?? -1] ?? 0;
  return order.map((at, rank) => {
    const score = scores[at] ?? 0;
    const ahead = score - (rank === 0 ? second : first);
    return confidenceOf({ score, ahead, hanShare, trained });
  });
}

/** @param surest no candidate is surer than this */
export function candidatesOf(
  model: Model,
  order: readonly number[],
  scores: Float32Array,
  hanShare: number,
  surest = 1,
): Candidate[] {
  const confidences = confidencesOf(model, order, scores, hanShare);
  return order.flatMap((at, rank) => {
    const entry = model.corpus.entries[at]?.entry;
    if (entry === undefined) return [];
    const confidence = Math.min(surest, confidences[rank] ?? 0);
    const kind = entry.smallTalk ? 'small-talk' : kindOf(confidence);
    const { base, id } = entry;
    return [{ at, base, id, score: scores[at] ?? 0, confidence, kind }];
  });
}
