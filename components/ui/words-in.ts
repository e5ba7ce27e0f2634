import {
  type PluralKey,
  type TextKey,
  translate,
  translatePlural,
  type Values,
} from '../../lib/i18n/translate';
import { resolveLanguage, type UiLanguage } from '../../lib/i18n/ui-language';
import type { Settings } from '../../lib/protocol/brain-calls';

export type Words = {
  readonly language: UiLanguage;
  readonly t: (key: TextKey, values?: Values) => string;
  readonly tn: (key: PluralKey, count: number, values?: Values) => string;
};

/** The interface's words in the language of the settings; `system` is the browser's. */
export function wordsIn(chosen: Settings['language']): Words {
  const language = resolveLanguage(chosen, navigator.language);
  return {
    language,
    t: (key, values) => translate(language, key, values),
    tn: (key, count, values) => translatePlural(language, key, count, values),
  };
}
