/**
 * Scripts whose words stand without blanks between, or, in Hangul, with their endings on: what is
 * written in them is read in runs, sign by sign. Kana follow Han in one word: 払い戻し.
 */
const hanAndKana = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ーｰﾞﾟ\\u3099\\u309a';
const others = ['Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((name) => `\\p{Script=${name}}`);
const signs = `[${hanAndKana}${others.join('')}]`;
const runs = [hanAndKana, ...others].map((script) => `[${script}]+`).join('|');

/** Runs, and words of all other scripts. */
export const tokenPattern = new RegExp(
  `${runs}|(?:(?!${signs})[\\p{L}\\p{M}\\p{N}])+(?:['’](?:(?!${signs})[\\p{L}\\p{M}])+)*`,
  'gu',
);

const runStart = new RegExp(`^${signs}`, 'u');
const anySign = new RegExp(signs, 'u');

export const isRun = (token: string) => runStart.test(token);

/** Whether a feature comes from a run. */
export const isRunKey = (key: string) => anySign.test(key);

/** Whether a run is Chinese, as far as a few signs tell. */
export const isHan = (run: string) => /^\p{Script=Han}+$/u.test(run);

export const isHiragana = (run: string) => /^\p{Script=Hiragana}+$/u.test(run);

/** A syllable or letter with all that is written on it, however it is composed. */
const composed = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\P{M}[\p{M}ﾞﾟ]*|\p{M}+/gu;

/** A run in the form that others write it in, too. */
export type NormalRun = {
  readonly word: string;
  /** Where each of its code units, and its end, stand in the run as written, where that is not plain. */
  readonly places?: readonly number[];
};

export function normalRun(run: string): NormalRun {
  const word = run.normalize('NFKC');
  if (word.length === run.length) return { word };
  let whole = '';
  const places: number[] = [];
  for (const { 0: sign, index } of run.matchAll(composed)) {
    const normal = sign.normalize('NFKC');
    for (let at = 0; at < normal.length; at++) places.push(index);
    whole += normal;
  }
  places.push(run.length);
  return { word: whole, places };
}

/** A sign of a run with its marks; both places in the run's `word`. */
export type Sign = { readonly sign: string; readonly start: number; readonly end: number };

const withMarks = /\P{M}\p{M}*|\p{M}+/gu;
const anyMark = /\p{M}/u;

export function signsOf(word: string): Sign[] {
  let at = 0;
  return (anyMark.test(word) ? (word.match(withMarks) ?? []) : [...word]).map((sign) => {
    const start = at;
    at += sign.length;
    return { sign, start, end: at };
  });
}
