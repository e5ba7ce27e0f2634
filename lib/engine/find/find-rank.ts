import type { FindableEntry } from './find-index';
import { fold } from './find-text';
import { type FindWork, spend } from './find-work';

/** Where what was typed stands, letter for letter; the lower the better. */
export type FindTier = 0 | 1 | 2 | 3 | 4 | 5;
/** It stands nowhere as it was typed. */
export const scattered: FindTier = 5;

/** A phrasing or an answer is read this far. */
const longestRead = 100_000;

/**
 * The title itself, its start, a part of it, a part of a phrasing, of the answer. Pinyin and its
 * initials stand for the title, a step below.
 */
export function tierOf(
  { title, phrasings, answer }: FindableEntry,
  romanised: readonly string[],
  wanted: string,
  work: FindWork,
): FindTier {
  const has = (text: string) => {
    const read = text.slice(0, longestRead);
    return spend(work, read.length) && fold(read).includes(wanted);
  };
  const heading = fold(title.slice(0, longestRead));
  spend(work, heading.length);
  if (heading === wanted) return 0;
  const syllables = wanted.replaceAll(' ', '');
  if (heading.startsWith(wanted) || romanised.includes(syllables)) return 1;
  if (heading.includes(wanted)) return 2;
  if (romanised.some((text) => text.startsWith(syllables))) return 2;
  if (phrasings.some(has)) return 3;
  return has(answer) ? 4 : scattered;
}
