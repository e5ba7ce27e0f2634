import type { Language } from '../../domain/language';
import { textLanguageOf } from '../../domain/text-language';
import type { EngineEntry } from '../engine-entry';
import type { Corpus } from '../index/corpus';
import { placeOfLanguage } from '../text/entry-language';

/** What an entry's score counts when the customer surely writes in another language. */
const foreignWeight = 0.6;

/**
 * A language that is told for sure; `other` when it is any but Chinese, as a few words tell no more;
 * undefined when all may be read.
 */
export type Clear = string | undefined;

/** So much of a message shows its language. */
const mostRead = 1_000;

/**
 * The language that a customer surely reads: whoever writes as many Han characters as other words
 * reads Chinese, however many product names stand between, unless there are kana beside them; without
 * any Han it is another one.
 */
export function clearLanguageOf(text: string): Clear {
  const told = textLanguageOf(text);
  if (told !== undefined && told !== 'en' && told !== 'zh') return told;
  const { han, words } = countsIn(text);
  if (han > 0) return han >= words ? 'zh' : undefined;
  return words > 0 ? (told ?? 'other') : undefined;
}

/**
 * The language to answer a message in: its own, if that is clear. One word without Han may be a
 * name or an abbreviation ("VIP?"), so there the conversation before it decides.
 */
export function readersLanguageOf(text: string, earlier: readonly string[] = []): Clear {
  const own = clearLanguageOf(text);
  if (own === undefined || own === 'zh' || countsIn(text).words > 1) return own;
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
 * some that are written in it and some in another one.
 */
export function favourOwn(corpus: Corpus, language: Clear, scores: Float32Array): void {
  const { places, met } = languagesIn(corpus);
  if (language === undefined || met.size < 2) return;
  const own = placeOf(language);
  if (own === undefined ? !met.has(chinese) : !met.has(own)) return;
  // Who writes neither reads English sooner than Chinese.
  const translated: Language = language === 'zh' ? 'zh' : 'en';
  for (let at = 0; at < scores.length; at++) {
    const place = places[at] as number;
    const isOwn = own === undefined ? place !== chinese : place === own;
    if (isOwn || corpus.entries[at]?.entry.alsoIn?.includes(translated)) continue;
    scores[at] = (scores[at] as number) * foreignWeight;
  }
}

/** Stands for Chinese among the places of languages; 0 for English, or what cannot be told. */
const chinese = 255;

/** Undefined for `other`. */
function placeOf(language: string): number | undefined {
  if (language === 'other') return undefined;
  return language === 'zh' ? chinese : placeOfLanguage(language === 'en' ? undefined : language);
}

type Languages = { readonly places: Uint8Array; readonly met: ReadonlySet<number> };
/** By the corpus, not by its entries: it is another one whenever an entry's languages change. */
const kept = new WeakMap<Corpus, Languages>();

/** By entry the language of its phrasings, or else the one that its base declares. */
function languagesIn(corpus: Corpus): Languages {
  const known = kept.get(corpus);
  if (known !== undefined) return known;
  const { entries, languages } = corpus;
  const places = languages.map(
    (place, at) => place || (entries[at]?.entry.language === 'zh' ? chinese : 0),
  );
  const made = { places, met: new Set(places) };
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
