import type { DigitGroup } from './digit-groups';
import { isDayOfYear } from './number-checks';

type Candidate = {
  /** What stands directly before the first digit: a plus sign, a bracket, both or neither. */
  readonly opening: string;
  readonly window: readonly DigitGroup[];
  /** Whether the words before it say that it is a phone number. */
  readonly labelled: boolean;
};

/**
 * Whether groups of digits are a phone number. Without a plus sign or a label only forms count
 * that hardly anything else has: Chinese mobiles, an area code in brackets, 415-555-2671, and
 * groups that begin with a 0.
 */
export function isPhone({ opening, window, labelled }: Candidate): boolean {
  const sizes = window.map(({ digits }) => digits.length);
  const digits = window.map((group) => group.digits).join('');
  const gaps = window.slice(1).map(({ gap }) => gap);
  if (digits.length > 17) return false;
  if (isChineseMobile(digits, sizes)) return true;
  if (isDate(window) || isAmount(gaps, sizes)) return false;
  if (opening.includes('+')) return /^[1-9]/.test(digits) && digits.length <= 15;
  if (digits.length <= 15 && opening === '(' && gaps[0]?.startsWith(')') === true) {
    return digits.length >= 8 && digits.length <= 12;
  }
  const shape = sizes.join('-');
  if (/^(1-)?3-3-4$/.test(shape)) return /^1?[2-9]\d\d[2-9]/.test(digits);
  if (/^00[1-9]/.test(digits)) return digits.length >= 11 && (gaps.length > 0 || labelled);
  if (digits.startsWith('0') && gaps.length > 0 && gaps.length <= 4 && (sizes[0] ?? 0) >= 2) {
    if (digits.length >= 9 && digits.length <= 14) return true;
  }
  return labelled && digits.length <= 12;
}

/** 11 digits from 13 to 19, with or without the country's 86; in groups as 138 1234 5678. */
function isChineseMobile(digits: string, sizes: readonly number[]): boolean {
  if (digits.length < 11 || digits.length > 15) return false;
  const bare = /^(?:(?:00)?86|0)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  if (bare === undefined) return false;
  const country = digits.length - 11;
  const own = sizes[0] === country && country > 0 ? sizes.slice(1) : sizes;
  return own.length <= 3 && (own[0] ?? 0) >= 3;
}

function isDate(window: readonly DigitGroup[]): boolean {
  const [a, b, c] = window.map((group) => group.digits);
  if (a === undefined) return false;
  if (window.length === 1) return /^(19|20)\d{6}$/.test(a) && isDay(a.slice(4, 6), a.slice(6));
  if (b === undefined || c === undefined) return false;
  if (/^(19|20)\d\d$/.test(a)) return isDay(b, c);
  return /^(19|20)\d\d$/.test(c) && (isDay(a, b) || isDay(b, a));
}

const isDay = (month: string, day: string) =>
  month.length <= 2 && day.length <= 2 && isDayOfYear(Number(month), Number(day));

const isAmount = (gaps: readonly string[], sizes: readonly number[]) =>
  gaps.at(-1) === '.' && gaps.slice(0, -1).every((gap) => gap !== '.') && (sizes.at(-1) ?? 0) <= 2;
