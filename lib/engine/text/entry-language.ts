import { otherTextLanguages, textLanguageOf } from '../../domain/text-language';
import { languageOfStem } from './stem';

/**
 * The language that an entry's phrasings are written in; undefined for English, Chinese, and where it
 * cannot be told. By these alone, as they are what an index is built of: whatever stands beside them,
 * the same entry is always read alike.
 */
export function languageOfTexts(texts: readonly string[]): string | undefined {
  const language = textLanguageOf(texts.join('\n'));
  return language !== undefined && otherTextLanguages.includes(language) ? language : undefined;
}

/** As a number that fits a byte: 0 for none. */
export function placeOfLanguage(language: string | undefined): number {
  return language === undefined ? 0 : otherTextLanguages.indexOf(language) + 1;
}

const signsOfLanguages: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
];

/** The language of a feature, as far as its key tells. */
export function languageOfKey(key: string): string | undefined {
  const language = languageOfStem(key);
  if (language !== '' || plain.test(key)) return language || undefined;
  return signsOfLanguages.find(([signs]) => signs.test(key))?.[1];
}

const plain = /^[\0-\u024f]*$/;

export function languageAtPlace(place: number): string | undefined {
  return otherTextLanguages[place - 1];
}
