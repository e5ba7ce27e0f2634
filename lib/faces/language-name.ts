import type { UiLanguage } from '../i18n/ui-language';

/** What a language is called in the interface's own; undefined where the browser has no name for it. */
export function languageName(language: string, inLanguage: UiLanguage): string | undefined {
  return new Intl.DisplayNames(inLanguage, { type: 'language', fallback: 'none' }).of(language);
}
