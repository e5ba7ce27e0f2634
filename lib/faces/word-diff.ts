/** Beyond this many pairs of words the parts between are taken as rewritten: telling takes too long. */
const mostPairs = 2_000_000;

/** A stretch of the new text and where it stood in the old one; half-open, in UTF-16 offsets. */
export type KeptStretch = {
  readonly before: number;
  readonly after: number;
  readonly length: number;
};

/** The words that are in both texts in the same order: as many as there can be, first to last. */
export function keptStretches(before: string, after: string): KeptStretch[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd--;
    nowEnd--;
  }
  const pairs: [number, number][] = [];
  for (let at = 0; at < start; at++) pairs.push([at, at]);
  for (const [one, other] of longestCommon(old.slice(start, oldEnd), now.slice(start, nowEnd))) {
    pairs.push([start + one, start + other]);
  }
  for (let at = oldEnd; at < old.length; at++) pairs.push([at, at - oldEnd + nowEnd]);
  const oldStarts = startsOf(old);
  const nowStarts = startsOf(now);
  return pairs.map(([one, other]) => ({
    before: oldStarts[one] ?? 0,
    after: nowStarts[other] ?? 0,
    length: old[one]?.length ?? 0,
  }));
}

const wordsOf = (text: string): readonly string[] =>
  text.match(/\p{Script=Han}|[\p{L}\p{N}]+|[^\S\n]+|./gsu) ?? [];

function startsOf(words: readonly string[]): number[] {
  let start = 0;
  return words.map((word) => {
    start += word.length;
    return start - word.length;
  });
}

/** Pairs of places, by the usual table of the longest common subsequences of all the tails. */
function longestCommon(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length * now.length > mostPairs) return [];
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const tail = (one: number, other: number) => longest[one * width + other] ?? 0;
  for (let one = old.length - 1; one >= 0; one--) {
    for (let other = now.length - 1; other >= 0; other--) {
      longest[one * width + other] =
        old[one] === now[other]
          ? tail(one + 1, other + 1) + 1
          : Math.max(tail(one + 1, other), tail(one, other + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let one = 0, other = 0; one < old.length && other < now.length; ) {
    if (old[one] === now[other]) pairs.push([one++, other++]);
    else if (tail(one + 1, other) >= tail(one, other + 1)) one++;
    else other++;
  }
  return pairs;
}
