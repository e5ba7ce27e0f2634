import type { Language } from '../../domain/language';
import type { EngineEntry } from '../engine-entry';
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

/**
 * Lowers the scores of entries that have no answer in the customer's own language, where there are
 * bases in it and in another one.
 */
export function favourOwn(corpus: Corpus, language: Clear, scores: Float32Array): void {
  const known = languagesIn(corpus);
  if (language === undefined || !known.areMixed) return;
  const readable = known[language];
  for (let at = 0; at < scores.length; at++) {
    if (readable[at] !== 1) scores[at] = (scores[at] as number) * foreignWeight;
  }
}

type Languages = Record<Language, Uint8Array> & { readonly areMixed: boolean };

/** By the corpus, not by its entries: it is another one whenever an entry's languages change. */
const kept = new WeakMap<Corpus, Languages>();

function languagesIn(corpus: Corpus): Languages {
  const known = kept.get(corpus);
  if (known !== undefined) return known;
  const { entries } = corpus;
  const en = new Uint8Array(entries.length);
  const zh = new Uint8Array(entries.length);
  let chinese = 0;
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]?.entry;
    if (entry === undefined) continue;
    if (entry.language === 'zh') chinese++;
    en[at] = isIn(entry, 'en') ? 1 : 0;
    zh[at] = isIn(entry, 'zh') ? 1 : 0;
  }
  const made = { en, zh, areMixed: chinese > 0 && chinese < entries.length };
  kept.set(corpus, made);
  return made;
}

/** Whether an entry has an answer in a language. */
export function isIn(
  { language, alsoIn }: Pick<EngineEntry, 'language' | 'alsoIn'>,
  wanted: Language,
): boolean {
  return language === wanted || alsoIn?.includes(wanted) === true;
}
