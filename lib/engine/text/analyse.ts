import { stemOf } from './stem';

/** A word, or a run of Han characters, where it stands in a text. */
export type Token = {
  /** NFKC and lower case, the possessive 's dropped. */
  readonly word: string;
  /** What stands for it in the votes: the Snowball stem, or the run itself. */
  readonly stem: string;
  readonly isHan: boolean;
  /** UTF-16 offsets in the text as it was written. */
  readonly start: number;
  readonly end: number;
};

/**
 * More text than any customer types at once. Of longer ones only the beginning and the end are
 * read, which is where people put their question; so no message can hold the worker up.
 */
const longestRead = 4_000;

const tokenPattern =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*/gu;

function readTokens(text: string, offset: number, into: Token[]): void {
  for (const match of text.matchAll(tokenPattern)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    const isHan = /^\p{Script=Han}/u.test(match[0]);
    const normalised = match[0].normalize('NFKC');
    let word = normalised;
    if (isHan) {
      // Offsets are counted along the run, so it may not change its length.
      if (normalised.length !== match[0].length) word = match[0];
    } else {
      word = normalised.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
    }
    if (word === '') continue;
    into.push({ word, stem: isHan ? word : stemOf(word), isHan, start, end });
  }
}

/** The tokens of a text in their order. Never throws, whatever the text holds. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  if (text.length <= longestRead) {
    readTokens(text, 0, tokens);
  } else {
    const tail = text.length - longestRead / 2;
    readTokens(text.slice(0, longestRead / 2), 0, tokens);
    readTokens(text.slice(tail), tail, tokens);
  }
  return tokens;
}
