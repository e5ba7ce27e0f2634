import { senseOf } from '../../../lib/engine/sense/word-senses';
import type { Token } from '../../../lib/engine/text/analyse';
import { stemOf } from '../../../lib/engine/text/stem';
import type { NaiveBase } from './naive-base';

/**
 * A word that no phrasing has, and that has no sense, becomes the commonest known one that is one slip away
 * (engine.design.md, "spelling").
 */
export function naiveRepair(base: NaiveBase, knows: (stem: string) => boolean) {
  const counts = new Map<string, number>();
  for (const { phrasings } of base.entries)
    for (const { tokens } of phrasings)
      for (const word of new Set(tokens.map((token) => token.word)))
        if (isRepairable(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return (token: Token): Token => {
    const { word, stem, isRun } = token;
    if (isRun || knows(stem) || senseOf(stem) !== undefined || !isRepairable(word)) return token;
    const meant = known.find(([each]) => isOneSlip(word, each))?.[0];
    return meant === undefined ? token : { ...token, word: meant, stem: stemOf(meant, '') };
  };
}

const isRepairable = (word: string) =>
  word.length >= 3 && word.length <= 24 && /^\p{L}+$/u.test(word);

/** The first letter is kept; letters are changed in words of six and more, left too many in those of four. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0]) return false;
  const letters = [...typed];
  const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1);
  const isSwap = letters.some((letter, at) => {
    const next = letters[at + 1] ?? '';
    return typed.slice(0, at) + next + letter + typed.slice(at + 2) === meant;
  });
  const isTooMany = letters.some((_, at) => without(typed, at) === meant);
  const isTooFew = [...meant].some((_, at) => without(meant, at) === typed);
  const isChanged =
    typed.length === meant.length &&
    letters.filter((letter, at) => letter !== meant[at]).length === 1;
  return isSwap || isTooFew || (isTooMany && typed.length > 3) || (isChanged && typed.length >= 6);
}
