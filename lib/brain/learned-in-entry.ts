import type { Entry } from '../domain/entry';
import { plainText } from '../domain/phrasing-id';
import { fileLimits } from '../protocol/knowledge-file';

/** In one line, as phrasings are. */
export const phrasingWords = (text: string) => text.trim().replace(/\s+/g, ' ');

export const holdsPhrasing = (entry: Entry, words: string) =>
  entry.phrasings.some(({ text }) => plainText(text) === plainText(words));

/** The entry with a learned phrasing more; undefined where it does not fit. */
export function withLearned(entry: Entry, words: string, now: number): Entry | undefined {
  if (words === '' || words.length > fileLimits.line) return undefined;
  if (holdsPhrasing(entry, words)) return entry;
  if (entry.phrasings.length >= fileLimits.phrasings) return undefined;
  const phrasings = [...entry.phrasings, { text: words, source: 'learned' as const }];
  return { ...entry, phrasings, updatedAt: now };
}

/** The entry without what it took over from picks in these words; itself if that is nothing. */
export function withoutLearned(entry: Entry, words: string, now: number): Entry {
  const phrasings = entry.phrasings.filter(
    ({ source, text }) => !(source === 'learned' && plainText(text) === plainText(words)),
  );
  return phrasings.length === entry.phrasings.length
    ? entry
    : { ...entry, phrasings, updatedAt: now };
}
