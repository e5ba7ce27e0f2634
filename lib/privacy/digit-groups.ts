/** Digits that stand together, and what stands between them and the ones before in their run. */
export type DigitGroup = {
  readonly digits: string;
  readonly from: number;
  readonly until: number;
  /** Empty for the first group of a run. */
  readonly gap: string;
};

const isDigit = (sign: string) => sign >= '0' && sign <= '9';
const gapPattern = /^[ .()-]{1,3}$/;
/** No rule reads more: a card of 19 digits in groups of 4, and phones written in pairs. */
const mostGroups = 8;
export const mostDigits = 19;

export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charAt(at))) continue;
    const from = at;
    while (isDigit(text.charAt(at))) at++;
    const lastUntil = groups.at(-1)?.until ?? -mostDigits;
    const between = from - lastUntil <= 3 ? text.slice(lastUntil, from) : '';
    const gap = gapPattern.test(between) ? between : '';
    groups.push({ digits: text.slice(from, at), from, until: at, gap });
  }
  return groups;
}

/** Numbers begin and end at a space or at the end of their run: a dash or dot holds on to more. */
export const isEdge = (group: DigitGroup | undefined) =>
  group === undefined || group.gap === '' || group.gap.includes(' ');

/** The groups from here on, longest first, that could be one number of `least` digits or more. */
export function windowsAt(
  groups: readonly DigitGroup[],
  at: number,
  least: number,
): (readonly DigitGroup[])[] {
  const windows: (readonly DigitGroup[])[] = [];
  let digits = 0;
  for (let next = at; next < at + mostGroups; next++) {
    const group = groups[next];
    if (group === undefined || (next > at && group.gap === '')) break;
    digits += group.digits.length;
    if (digits > mostDigits) break;
    // Phones are written in pairs, but for a first figure or two.
    const isSparse = digits < 2 * (next - at);
    if (digits >= least && !isSparse && isEdge(groups[next + 1])) {
      windows.unshift(groups.slice(at, next + 1));
    }
  }
  return windows;
}
