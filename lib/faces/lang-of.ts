import { languageOf } from '../domain/language';
import { textLanguageOf } from '../domain/text-language';

/** What a text's `lang` attribute says: its language, or where a few words tell none, the likely one. */
export function langOf(text: string): string {
  return textLanguageOf(text) ?? languageOf(text);
}
