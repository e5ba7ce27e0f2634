import type { Token } from './analyse';
import { conceptsIn, conceptsOf, conceptsOfMixedIn } from './concepts';

/**
 * What the votes count. Their keys never meet: a stem and a Han n-gram hold no space, a pair of
 * stems holds one, a character gram begins with one, and a concept with an equals sign.
 */
export type Feature = {
  readonly key: string;
  readonly kind: 'stem' | 'pair' | 'han' | 'han-pair' | 'gram' | 'concept';
  /** Index of the token that it comes from (for a pair, the first). */
  readonly token: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
};

/**
 * Stems, pairs of stems that stand side by side, Han characters and pairs of them, and the concepts
 * that words stand for, unless they are not wanted: looking for them takes about as long as all else.
 */
export function wordFeatures(tokens: readonly Token[], hasConcepts = true): Feature[] {
  const features: Feature[] = [];
  const pushConcepts = (names: readonly string[], token: number, { start, end }: Token) => {
    for (const key of names) features.push({ key, kind: 'concept', token, start, end });
  };
  const isMixed = tokens.some(({ isHan }) => isHan);
  let before: Token | undefined;
  let phrase = '';
  tokens.forEach((token, at) => {
    if (token.isHan) {
      pushHanGrams(token, at, features);
      if (hasConcepts) pushConcepts(conceptsIn(token.word), at, token);
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

function pushHanGrams(token: Token, at: number, into: Feature[]): void {
  let previous = '';
  let previousStart = token.start;
  let start = token.start;
  for (const character of token.word) {
    const end = start + character.length;
    into.push({ key: character, kind: 'han', token: at, start, end });
    if (previous !== '') {
      into.push({
        key: previous + character,
        kind: 'han-pair',
        token: at,
        start: previousStart,
        end,
      });
    }
    previous = character;
    previousStart = start;
    start = end;
  }
}

/** Longer ones are serial numbers and the like, whose parts tell nothing. */
const longestWordCut = 40;

/**
 * Character 3- to 5-grams of each word as written, with `^` and `$` at its bounds, and Han
 * 3-grams: what survives a typing mistake.
 */
export function characterGrams(tokens: readonly Token[]): string[] {
  return tokens.flatMap(gramsOf);
}

/** The character grams of one word, or of one run of Han. */
export function gramsOf({ isHan, word }: Token): string[] {
  const grams: string[] = [];
  if (isHan) {
    const characters = [...word];
    for (let at = 0; at + 3 <= characters.length; at++) {
      grams.push(` ${characters.slice(at, at + 3).join('')}`);
    }
  } else if (word.length <= longestWordCut) {
    const bounded = `^${word}$`;
    for (let length = 3; length <= 5; length++) {
      for (let at = 0; at + length <= bounded.length; at++) {
        grams.push(` ${bounded.slice(at, at + length)}`);
      }
    }
  }
  return grams;
}
