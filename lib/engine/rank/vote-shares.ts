import type { VoteShares } from '../../domain/suggestion';
import { nearestWeight, senseWeightFor } from './votes';

/**
 * How an entry's score is made up. Votes against it count as nothing, and without any all are 0.
 * @param steps as `voteOn` fills them
 */
export function sharesOf(
  [afterWords, afterLetters, nearest, senses]: readonly Float32Array[],
  scores: Float32Array,
  entry: number,
): VoteShares {
  const first = afterWords?.[entry] ?? 0;
  const second = afterLetters?.[entry] ?? 0;
  const near = nearestWeight * (nearest?.[entry] ?? 0);
  const meaning = senseWeightFor(scores.length) * (senses?.[entry] ?? 0);
  const words = Math.max(0, first);
  const letters = Math.max(0, second - first);
  const phrasings = Math.max(0, near);
  const keywords = Math.max(0, (scores[entry] ?? 0) - second - near - meaning);
  const sense = Math.max(0, meaning);
  const sum = words + letters + phrasings + keywords + sense || 1;
  return {
    words: words / sum,
    letters: letters / sum,
    phrasings: phrasings / sum,
    keywords: keywords / sum,
    sense: sense / sum,
  };
}
