import { manyEntries } from '../index/corpus';
import { nearestWeight, senseWeightFor, type Votes } from '../rank/votes';
import { learningTuning as tuning } from './learning-tuning';
import { nearestOf } from './nearest-of';
import type { Said } from './said';

export type VoteWeights = {
  readonly bm25: number;
  readonly sense: number;
  /** Whether votes K and M of the base's own phrasings are among what lessons say. */
  readonly hasOwn: boolean;
};

/**
 * The votes of a model with what lessons say added, for all its entries. In a large base nearly all
 * of them have votes A and B alone: the others are looked at one by one.
 * @param places where its entries stand among those that were learned on, -1 for none; undefined when
 * they are the same
 * @param steps as in `voteOn` of votes.ts
 */
export function learnedVote(
  base: Votes,
  said: Said,
  weights: VoteWeights,
  places: Int32Array | undefined,
  steps?: Float32Array[],
): Float32Array {
  const { words, grams, nearest, bm25, sense } = base;
  const size = words.length;
  const scores = new Float32Array(size);
  const afterWords = new Float32Array(steps === undefined ? 0 : size);
  const afterGrams = new Float32Array(steps === undefined ? 0 : size);
  const nearestAt = new Float32Array(steps === undefined ? 0 : size);

  if (places !== undefined || size <= manyEntries) {
    for (let at = 0; at < size; at++) addUp(at);
  } else {
    for (let at = 0; at < size; at++) {
      scores[at] = tuning.words * (words[at] as number) + tuning.grams * (grams[at] as number);
    }
    if (steps !== undefined) {
      afterGrams.set(scores);
      for (let at = 0; at < size; at++) afterWords[at] = tuning.words * (words[at] as number);
    }
    for (const at of base.named) addUp(at);
    for (const at of said.reached.places) addUp(at);
  }
  if (steps !== undefined) {
    const senseAt = new Float32Array(size);
    const ownWeight = senseWeightFor(size);
    for (let at = 0; at < size; at++) {
      senseAt[at] = ((sense[at] as number) * weights.sense) / ownWeight;
    }
    steps.push(afterWords, afterGrams, nearestAt, senseAt);
  }
  return scores;

  function addUp(at: number): void {
    const place = places === undefined ? at : (places[at] as number);
    const isTaught = place >= 0;
    const first =
      tuning.words * (words[at] as number) + (isTaught ? (said.words[place] as number) : 0);
    const second =
      first + tuning.grams * (grams[at] as number) + (isTaught ? (said.grams[place] as number) : 0);
    const own = weights.hasOwn ? 0 : (nearest[at] as number);
    const top = isTaught ? (said.topAt[place] as number) : 0;
    const near = tuning.nearest * (top === 0 ? own : nearestOf(own, said.tops[top - 1]));
    const ownBm25 = weights.hasOwn ? 0 : (bm25[at] as number);
    const saidBm25 = isTaught ? (said.bm25[place] as number) : 0;
    const bestBm25 = ownBm25 > saidBm25 ? ownBm25 : saidBm25;
    const fit = second + near + weights.sense * (sense[at] as number) + weights.bm25 * bestBm25;
    if (steps !== undefined) {
      afterWords[at] = first;
      afterGrams[at] = second;
      nearestAt[at] = near / nearestWeight;
    }
    if (fit === 0 || !isTaught) {
      scores[at] = fit;
      return;
    }
    scores[at] =
      fit -
      tuning.handicap * (said.handicaps[place] as number) -
      tuning.rejected * (said.lowered[place] as number);
  }
}

/** The more phrasings there are, the less plain word matching counts; as in votes.ts, but slower. */
export const bm25WeightFor = (phrasingsPerEntry: number) =>
  1 - 0.75 * Math.min(1, Math.max(0, (phrasingsPerEntry - 2) / tuning.fall));
