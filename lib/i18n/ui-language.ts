/** The languages that the interface speaks. */
export type UiLanguage = 'en' | 'zh';

/**
 * The language to show. `browserLanguage` is a BCP 47 tag such as `zh-Hant-HK`; what we do not
 * speak becomes English.
 */
export function resolveLanguage(
  setting: 'system' | UiLanguage,
  browserLanguage: string,
): UiLanguage {
  if (setting !== 'system') return setting;
  return /^zh\b/i.test(browserLanguage) ? 'zh' : 'en';
}
