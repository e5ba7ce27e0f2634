import type { Token } from './analyse';
import { conceptsIn, conceptsOf, conceptsOfMixedIn } from './concepts';
import { isHan, isHiragana, type Sign, signsOf } from './runs';
import { wholeFormOf } from './short-forms';
import { languageOfStem } from './stem';

/**
 * What the votes count. Their keys never meet: a stem and an n-gram of a run hold no space, a pair of
 * stems holds one, a character gram begins with one, and a concept with an equals sign.
 */
export type Feature = {
  readonly key: string;
  readonly kind: 'stem' | 'pair' | 'sign' | 'signs' | 'gram' | 'concept';
  /** Index of the token that it comes from (for a pair, the first). */
  readonly token: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
};

/**
 * Stems, pairs of stems that stand side by side, signs of runs and pairs of them, and the concepts
 * that words stand for, unless they are not wanted: looking for them takes about as long as all else.
 */
export function wordFeatures(tokens: readonly Token[], hasConcepts = true): Feature[] {
  const features: Feature[] = [];
  const pushConcepts = (names: readonly string[], token: number, { start, end }: Token) => {
    for (const key of names) features.push({ key, kind: 'concept', token, start, end });
  };
  const isMixed = tokens.some(({ isRun }) => isRun);
  let before: Token | undefined;
  let phrase = '';
  tokens.forEach((token, at) => {
    if (token.isRun) {
      pushRunGrams(token, at, features);
      if (hasConcepts && isHan(token.word)) pushConcepts(conceptsIn(token.word), at, token);
      before = undefined;
      phrase = '';
      return;
    }
    const { stem, start, end } = token;
    features.push({ key: stem, kind: 'stem', token: at, start, end });
    if (hasConcepts) pushConcepts(conceptsOf(stem), at, token);
    if (hasConcepts && isMixed) pushConcepts(conceptsOfMixedIn(stem), at, token);
    if (before !== undefined) {
      const key = `${before.stem} ${stem}`;
      features.push({ key, kind: 'pair', token: at - 1, start: before.start, end });
      if (hasConcepts) pushConcepts(conceptsOf(key), at, token);
      if (hasConcepts && phrase !== '') pushConcepts(conceptsOf(`${phrase} ${stem}`), at, token);
      phrase = key;
    }
    before = token;
  });
  return features;
}

/**
 * Signs and pairs of them. Hiragana behind other signs are endings, and lone ones say nothing: only
 * words that are written in nothing else are read in pairs of them.
 */
function pushRunGrams({ word, start, places }: Token, at: number, into: Feature[]): void {
  const placeOf = (unit: number) => start + (places?.[unit]?.[0] ?? unit);
  const endOf = (unit: number) => start + (places?.[unit - 1]?.[1] ?? unit);
  const isAllHiragana = isHiragana(word);
  let before: Sign | undefined;
  for (const own of signsOf(word)) {
    const isLetter = isHiragana(own.sign);
    const end = endOf(own.end);
    if (!isLetter) {
      into.push({ key: own.sign, kind: 'sign', token: at, start: placeOf(own.start), end });
    } else if (!isAllHiragana) {
      before = undefined;
      continue;
    }
    if (before !== undefined) {
      const key = before.sign + own.sign;
      into.push({ key, kind: 'signs', token: at, start: placeOf(before.start), end });
    }
    before = own;
  }
}

/** Longer ones are serial numbers and the like, whose parts tell nothing. */
const longestWordCut = 40;

/**
 * Character 3- to 5-grams of each word as written, or as written out, with `^` and `$` at its
 * bounds, and 3-grams of runs: what survives a typing mistake.
 */
export function characterGrams(tokens: readonly Token[]): string[] {
  return tokens.flatMap(gramsOf);
}

/** The character grams of one word, or of one run. */
export function gramsOf({ isRun, word, stem }: Token): string[] {
  const grams: string[] = [];
  if (isRun) {
    const signs = signsOf(word);
    for (let at = 2; at < signs.length; at++) {
      grams.push(` ${signs[at - 2]?.sign}${signs[at - 1]?.sign}${signs[at]?.sign}`);
    }
  } else if (word.length <= longestWordCut) {
    const whole = languageOfStem(stem) === '' ? wholeFormOf(word) : word;
    const bounded = `^${whole}$`;
    for (let length = 3; length <= 5; length++) {
      for (let at = 0; at + length <= bounded.length; at++) {
        grams.push(` ${bounded.slice(at, at + length)}`);
      }
    }
  }
  return grams;
}
