/** Finds the known word that a mistyped one was meant to be. */
export type Spelling = {
  /** The commonest known word that is one slip away; undefined when there is none. */
  repair(word: string): string | undefined;
};

/** In shorter words one letter makes another word too often; in those of three a letter more, or a swap. */
const shortest = 3;
const longest = 24;
/** A changed letter makes most short words another real word: "fast", "last". */
const shortestChanged = 6;

/**
 * Words one slip apart (a letter left out, added, changed, or swapped with the next) share a form
 * with at most one letter left out of each, so a table of these forms finds them without comparing
 * all (the idea of SymSpell, Garbe 2012). Forms stand in it as hashes only: a word that comes up by
 * chance is no slip away.
 * @param counts by word: in how many phrasings it is
 */
export function createSpelling(listed: () => readonly string[], counts: Int32Array): Spelling {
  // Made when somebody mistypes for the first time: a start must not wait for it.
  let made: { readonly words: readonly string[]; readonly forms: Forms } | undefined;
  return {
    repair(word) {
      if (!isRepairable(word)) return undefined;
      made ??= withForms(listed());
      const { words, forms } = made;
      const { heads, next, wordAt } = forms;
      let best: string | undefined;
      let bestCount = 0;
      for (let left = -1; left < word.length; left++) {
        let place = heads[formHash(word, left) & (heads.length - 1)] as number;
        for (; place !== 0; place = next[place - 1] as number) {
          const index = wordAt[place - 1] as number;
          const candidate = words[index] as string;
          const count = counts[index] as number;
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

type Forms = {
  /** By hash the first place of a chain, less 1; then for each place the next one and the word. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly wordAt: Int32Array;
};

const withForms = (words: readonly string[]) => ({ words, forms: formsOf(words) });

function formsOf(words: readonly string[]): Forms {
  let forms = 0;
  for (const word of words) forms += word.length + 1;
  let room = 64;
  while (room < forms) room *= 2;
  const heads = new Int32Array(room);
  const next = new Int32Array(forms);
  const wordAt = new Int32Array(forms);
  let used = 0;
  words.forEach((word, index) => {
    for (let left = -1; left < word.length; left++) {
      const slot = formHash(word, left) & (room - 1);
      wordAt[used] = index;
      next[used] = heads[slot] as number;
      heads[slot] = ++used;
    }
  });
  return { heads, next, wordAt };
}

export function isRepairable(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+$/u.test(word);
}

/** The hash (FNV-1a) of the word without the letter at `left`; of all of it for -1. */
function formHash(word: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
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
  if (restA.length <= 1 && restB.length <= 1) return a.length > shortest || b.length > a.length;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
