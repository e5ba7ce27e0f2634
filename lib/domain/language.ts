export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/**
 * The language a text is mostly written in. One Han character carries about as much as a short
 * word, so characters are held against words, not against letters.
 */
export function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}
