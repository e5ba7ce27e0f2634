import type { Corpus } from '../index/corpus';

/** What an entry's score counts when the customer surely writes in another language. */
const foreignWeight = 0.6;

/** Undefined when either may be read. */
export type Clear = 'en' | 'zh' | undefined;

/** So much of a message shows its language. */
const mostRead = 1_000;

/**
 * The language that a customer surely reads: whoever writes as many Han characters as other words
 * reads Chinese, however many product names stand between; without any Han it is the other one.
 */
export function clearLanguageOf(text: string): Clear {
  const { han, words } = countsIn(text);
  if (han > 0) return han >= words ? 'zh' : undefined;
  return words > 0 ? 'en' : undefined;
}

/**
 * The language to answer a message in: its own, if that is clear. One word without Han may be a
 * name or an abbreviation ("VIP?"), so there the conversation before it decides.
 */
export function readersLanguageOf(text: string, earlier: readonly string[] = []): Clear {
  const own = clearLanguageOf(text);
  if (own !== 'en' || countsIn(text).words > 1) return own;
  for (const before of earlier.toReversed()) {
    const { han, words } = countsIn(before);
    if (han > 0 || words > 1) return clearLanguageOf(before);
  }
  return own;
}

function countsIn(text: string): { readonly han: number; readonly words: number } {
  const read = text.slice(0, mostRead);
  return {
    han: read.match(/\p{Script=Han}/gu)?.length ?? 0,
    words: read.match(/(?!\p{Script=Han})\p{L}+/gu)?.length ?? 0,
  };
}

/** Lowers the scores of entries in other languages, where there are any in the customer's own. */
export function favourOwn(entries: Corpus['entries'], language: Clear, scores: Float32Array): void {
  const known = languagesIn(entries);
  if (language === undefined || !known.both) return;
  const own = language === 'zh' ? 1 : 0;
  for (let at = 0; at < scores.length; at++) {
    if (known.isChinese[at] !== own) scores[at] = (scores[at] as number) * foreignWeight;
  }
}

const kept = new WeakMap<Corpus['entries'], { both: boolean; isChinese: Uint8Array }>();

function languagesIn(entries: Corpus['entries']) {
  const known = kept.get(entries);
  if (known !== undefined) return known;
  const isChinese = new Uint8Array(entries.length);
  let chinese = 0;
  for (let at = 0; at < entries.length; at++) {
    if (entries[at]?.entry.language !== 'zh') continue;
    isChinese[at] = 1;
    chinese++;
  }
  const made = { isChinese, both: chinese > 0 && chinese < entries.length };
  kept.set(entries, made);
  return made;
}
