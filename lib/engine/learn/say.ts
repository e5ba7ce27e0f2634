import type { LearnedFeature } from './learned-features';
import type { LearnedPhrasings } from './learned-phrasings';
import type { Said } from './said';

const leastSimilarity = 0.05;
/** Only messages much like a rejected one are held against the entry. */
const alike = 0.4;

/** Says how near the learned phrasings of each entry are, and their best share of BM25. */
export function sayPicked(
  { topAt, tops, bm25, reached }: Said,
  picked: LearnedPhrasings,
  vector: readonly LearnedFeature[],
): void {
  const found = picked.match(vector);
  for (let at = 0; at < picked.size; at++) {
    const entry = picked.entryOf(at);
    const similarity = found.nearest[at] as number;
    const share = found.bm25[at] as number;
    // Whatever the message is, its handicap counts.
    reached.add(entry);
    if (share > (bm25[entry] as number)) bm25[entry] = share;
    if (similarity < leastSimilarity) continue;
    const top = topAt[entry] as number;
    if (top === 0) topAt[entry] = tops.push([similarity]);
    else tops[top - 1]?.push(similarity);
  }
}

/** Says how much the message is like one that an entry was rejected for. */
export function sayRejected(
  { lowered, reached }: Said,
  rejected: LearnedPhrasings,
  vector: readonly LearnedFeature[],
): void {
  const { nearest } = rejected.match(vector);
  for (let at = 0; at < rejected.size; at++) {
    const entry = rejected.entryOf(at);
    const similarity = nearest[at] as number;
    if (similarity < alike || similarity <= (lowered[entry] as number)) continue;
    lowered[entry] = similarity;
    reached.add(entry);
  }
}
