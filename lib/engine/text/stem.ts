import snowball from 'snowball-stemmers';

const english: { stem(word: string): string } = snowball.newStemmer('english');

/** Far above the words of a working day; the store is emptied when a flood of odd words fills it. */
const mostKept = 50_000;
const kept = new Map<string, string>();

/**
 * The English Snowball stem (Porter2, snowballstem.org) of a lower-case word. Words of other
 * scripts and numbers come back as they are.
 */
export function stemOf(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const stem = word.length <= 40 && /^[a-z']+$/.test(word) ? english.stem(word) : word;
  kept.set(word, stem);
  return stem;
}
