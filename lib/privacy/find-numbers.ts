import { type DigitGroup, digitGroups, isEdge, windowsAt } from './digit-groups';
import { isCard, isChineseId, passesLuhn } from './number-checks';
import { labelBefore, type NumberLabel } from './number-label';
import { isPhone } from './phone';

export type FoundNumber = {
  readonly kind: 'phone' | 'card' | 'id';
  readonly from: number;
  readonly until: number;
};

const fewestDigits = 7;
const plainGaps = new Set([' ', '-', ' - ', '  ']);

/** Phone, card and identity numbers in a folded text, in order. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  const groups = digitGroups(text);
  for (let at = 0; at < groups.length; at++) {
    const windows = isEdge(groups[at]) ? windowsAt(groups, at, fewestDigits) : [];
    const first = windows[0]?.[0];
    if (first === undefined) continue;
    const opening = text.slice(openingAt(text, first.from), first.from);
    // What was found before is no label: it will be out of sight.
    const free = found.at(-1)?.until ?? 0;
    const label = labelBefore(text, first.from - opening.length, free);
    for (const window of windows) {
      const number = label === 'price' ? undefined : numberIn(text, { window, opening, label });
      if (number === undefined) continue;
      found.push(number);
      at += window.length - 1;
      break;
    }
  }
  return found;
}

type Place = {
  readonly window: readonly DigitGroup[];
  readonly opening: string;
  readonly label: NumberLabel;
};

function numberIn(text: string, { window, opening, label }: Place): FoundNumber | undefined {
  const from = window[0]?.from ?? 0;
  const until = window.at(-1)?.until ?? from;
  const digits = window.map((group) => group.digits).join('');
  const isPlain = window.every(({ gap }, place) => place === 0 || plainGaps.has(gap));
  const isOpen = isLetter(text.charAt(until));
  if (isPlain && digits.length === 17 && /[Xx]/.test(text.charAt(until))) {
    const whole = digits + text.charAt(until);
    if (!isLetter(text.charAt(until + 1)) && isChineseId(whole)) {
      return { kind: 'id', from, until: until + 1 };
    }
  }
  // Letters directly behind a number make it a part of some other name.
  if (isOpen) return undefined;
  if (isPlain && digits.length === 18 && isChineseId(digits)) return { kind: 'id', from, until };
  if (label === 'code') return undefined;
  if (isPlain && digits.length >= 13 && !opening.includes('+')) {
    if (isCard(digits) || (label === 'card' && passesLuhn(digits))) {
      return { kind: 'card', from, until };
    }
  }
  return isPhone({ opening, window, labelled: label === 'phone' })
    ? { kind: 'phone', from: from - opening.length, until }
    : undefined;
}

/** A plus sign and a bracket before the first digit belong to a phone number. */
function openingAt(text: string, from: number): number {
  let at = from;
  if (text.charAt(at - 1) === '(') at--;
  if (text.charAt(at - 1) === '+') at--;
  if (at === from - 1 && text.charAt(at) === '+' && text.charAt(at - 1) === '(') at--;
  return at;
}

const isLetter = (sign: string) => /[A-Za-z_%]/.test(sign);
