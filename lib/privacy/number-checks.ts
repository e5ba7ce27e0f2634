/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * First digits and lengths that are issued. Without them one in ten order numbers of a card's
 * length would be taken for a card. After https://en.wikipedia.org/wiki/Payment_card_number.
 */
const issued: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^3(0[0-5]|095|[689])/, [14, 16, 19]],
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^(6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^(5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]],
  [/^(60|82|508|5060|5061|9792)/, [16]],
  [/^(9558|6(0[13]|22|90)|4563|5264)/, [16, 18, 19]],
];

export const isCard = (digits: string) =>
  issued.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits)) &&
  passesLuhn(digits);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A Chinese resident identity number: region, day of birth, order, check sign (GB 11643-1999). */
export function isChineseId(signs: string): boolean {
  const parts = /^[1-9]\d{5}(?:18|19|20)\d\d(\d\d)(\d\d)\d{3}[\dXx]$/.exec(signs);
  if (parts === null || !isDayOfYear(Number(parts[1]), Number(parts[2]))) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(signs.charAt(at)), 0);
  return '10X98765432'.charAt(sum % 11) === signs.charAt(17).toUpperCase();
}

export const isDayOfYear = (month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31;
