/** Finds the known word that a mistyped one was meant to be. */
export type Spelling = {
  /** The commonest known word that is one slip away; undefined when there is none. */
  repair(word: string): string | undefined;
};

/** In shorter words one letter makes another word too often. */
const shortest = 4;
const longest = 24;
/** A changed letter makes most short words another real word: "fast", "last". */
const shortestChanged = 6;

/**
 * Words one slip apart (a letter left out, added, changed, or swapped with the next) share a form
 * with at most one letter left out of each, so a map of these forms finds them without comparing
 * all (the idea of SymSpell, Garbe 2012).
 */
export function createSpelling(counts: ReadonlyMap<string, number>): Spelling {
  const byForm = new Map<string, string[]>();
  for (const word of counts.keys()) {
    if (!isRepairable(word)) continue;
    for (const form of formsOf(word)) {
      const words = byForm.get(form);
      if (words === undefined) byForm.set(form, [word]);
      else words.push(word);
    }
  }
  return {
    repair(word) {
      if (!isRepairable(word)) return undefined;
      let best: string | undefined;
      let bestCount = 0;
      for (const form of formsOf(word)) {
        for (const candidate of byForm.get(form) ?? []) {
          const count = counts.get(candidate) ?? 0;
          if (count < bestCount || (count === bestCount && candidate > (best ?? candidate)))
            continue;
          if (!isOneSlip(word, candidate)) continue;
          best = candidate;
          bestCount = count;
        }
      }
      return best;
    },
  };
}

export function isRepairable(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+$/u.test(word);
}

function formsOf(word: string): Set<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

/**
 * Whether the words are equal but for one letter left out, added or changed, or two swapped. The first
 * letter is seldom mistyped, so it must be the same.
 */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (start === 0) return false;
  if (restA.length === 1 && restB.length === 1) return a.length >= shortestChanged;
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
