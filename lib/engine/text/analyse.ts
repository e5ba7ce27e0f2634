import { isRun, type NormalRun, normalRun, tokenPattern } from './runs';
import { stemOf } from './stem';

/** A word, or a run of Han or the like (runs.ts), where it stands in a text. */
export type Token = {
  /** NFKC and lower case, the possessive 's dropped. */
  readonly word: string;
  /** What stands for it in the votes: the Snowball stem, or the run itself. */
  readonly stem: string;
  readonly isRun: boolean;
  /** UTF-16 offsets in the text as it was written. */
  readonly start: number;
  readonly end: number;
  /** Where the code units of a run stand, from `start` on, where that is not plain. */
  readonly places?: NormalRun['places'];
};

/**
 * More text than any customer types at once. Of longer ones only the beginning and the end are
 * read, which is where people put their question; so no message can hold the worker up.
 */
const longestRead = 4_000;

function readTokens(text: string, offset: number, language: string, into: Token[]): void {
  for (const match of text.matchAll(tokenPattern)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    if (isRun(match[0])) {
      const run = normalRun(match[0]);
      into.push({ ...run, stem: run.word, isRun: true, start, end });
      continue;
    }
    const normalised = match[0].normalize('NFKC');
    const word = normalised.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
    if (word === '') continue;
    into.push({ word, stem: stemOf(word, language), isRun: false, start, end });
  }
}

/**
 * The tokens of a text in their order. Never throws, whatever the text holds.
 * @param language of its stems (stem.ts)
 */
export function analyse(text: string, language = ''): Token[] {
  const tokens: Token[] = [];
  if (text.length <= longestRead) {
    readTokens(text, 0, language, tokens);
  } else {
    const tail = text.length - longestRead / 2;
    readTokens(text.slice(0, longestRead / 2), 0, language, tokens);
    readTokens(text.slice(tail), tail, language, tokens);
  }
  return tokens;
}
