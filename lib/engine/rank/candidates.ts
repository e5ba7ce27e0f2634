import type { Model } from '../index/model';
import { confidenceOf, kindOf, leadsOf, oddsOf, surestUnusual } from './calibrate';
import { type Correction, noCorrection } from './correction';
import type { Ranked } from './ranking';

/** By base: what agents' picks and rejections said of its odds. */
export type Corrections = ReadonlyMap<string, Correction>;

/** A graded entry without its reasons. `at`: its place in the corpus. */
export type Candidate = Pick<Ranked, 'base' | 'id' | 'score' | 'odds' | 'confidence' | 'kind'> & {
  readonly at: number;
};

/**
 * Grades an order of entries, best first. It should hold some rivals more than are needed: how
 * sure the best is depends on them.
 * @param surest no candidate is surer than this
 */
export function candidatesOf(
  model: Model,
  order: readonly number[],
  { scores, hanShare }: { readonly scores: Float32Array; readonly hanShare: number },
  corrections: Corrections,
  surest = 1,
): Candidate[] {
  const trained = model.grams !== undefined;
  const ordered = order.map((at) => scores[at] ?? 0);
  const leads = leadsOf(ordered);
  return order.flatMap((at, rank) => {
    const entry = model.corpus.entries[at]?.entry;
    if (entry === undefined) return [];
    const score = ordered[rank] ?? 0;
    const ahead = score - (ordered[rank === 0 ? 1 : 0] ?? 0);
    const { base, id } = entry;
    const fewness = model.fewness(base);
    const odds = oddsOf({ score, ahead, lead: leads[rank] ?? 0, hanShare, trained, fewness });
    const isUsual = score >= (model.leastScores.get(base)?.direct ?? 0);
    const confidence = Math.min(
      isUsual ? surest : Math.min(surest, surestUnusual),
      confidenceOf(odds, corrections.get(base) ?? noCorrection),
    );
    const kind = entry.smallTalk ? 'small-talk' : kindOf(confidence);
    return [{ at, base, id, score, odds, confidence, kind }];
  });
}
