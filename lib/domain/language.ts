import { isJapanese } from './japanese';

/** The languages that the answers of a base may be written in, as its team declares. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/**
 * Which of these a text is nearer to: `zh` for Chinese, `en` for any other. text-language.ts tells the
 * others apart. One Han character carries about as much as a short
 * word, so characters are held against words, not against letters.
 */
export function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > words && !isJapanese(text) ? 'zh' : 'en';
}
