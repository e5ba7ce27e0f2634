import { en } from './en';
import type { UiLanguage } from './ui-language';
import { zh } from './zh';

export type TextKey = keyof typeof en;
/** A key without its plural ending. */
export type PluralKey = TextKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never;
export type Values = { readonly [name: string]: string | number };

const texts: Record<UiLanguage, Record<TextKey, string>> = { en, zh };
const rules: Record<UiLanguage, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  zh: new Intl.PluralRules('zh'),
};

/** The words for a key. A placeholder without a value stays as it is, so that it is noticed. */
export function translate(language: UiLanguage, key: TextKey, values: Values = {}): string {
  return texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** As `translate`, in the plural form that `count` needs. `{count}` is filled in too. */
export function translatePlural(
  language: UiLanguage,
  key: PluralKey,
  count: number,
  values: Values = {},
): string {
  const form = rules[language].select(count) === 'one' ? 'one' : 'other';
  return translate(language, `${key}.${form}`, { count, ...values });
}
