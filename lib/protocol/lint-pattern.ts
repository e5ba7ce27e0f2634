const atom = String.raw`(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[\](){}*+?|^$])`;
const token = new RegExp(
  String.raw`(\(\?:|\(|\)|\||\^|\$)|(${atom})(\*|\+|\{\d+,\d*\})?(\?)?`,
  'gy',
);

/**
 * What could make a recipe's regular expression slow on a hostile page; empty when nothing can.
 * Regular expressions backtrack, so what is not plainly harmless is refused.
 */
export function lintPattern(pattern: string): string[] {
  try {
    new RegExp(pattern);
  } catch {
    return [`/${pattern}/ is no regular expression`];
  }
  if (/\\[1-9]|\(\?[^:]/.test(pattern)) {
    return [`/${pattern}/ looks around or back`];
  }
  if (/\)(?:[*+]|\{\d+,)/.test(pattern)) return [`/${pattern}/ repeats a group`];
  return lintRepeats(pattern);
}

/** Repeats must be told apart by a character between them, and the first by what stands before. */
function lintRepeats(pattern: string): string[] {
  let repeated: string | undefined;
  let isTold = false;
  token.lastIndex = 0;
  for (let match = token.exec(pattern); match !== null; match = token.exec(pattern)) {
    const [, mark, one, repeat] = match;
    if (mark === '^') isTold = true;
    if (one === undefined) continue;
    if (repeat !== undefined) {
      if (!isTold) return [`/${pattern}/ may try each start and length of ${one}${repeat}`];
      repeated = one;
      isTold = false;
    } else if (repeated === undefined || !canMatch(repeated, one)) {
      isTold = true;
    }
  }
  return [];
}

function canMatch(repeated: string, one: string): boolean {
  const character = one.length === 1 ? one : one.replace(/^\\(?=\W)/, '');
  return character.length !== 1 || new RegExp(`^${repeated}$`).test(character);
}
