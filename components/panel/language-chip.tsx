import { textLanguageOf } from '../../lib/domain/text-language';
import { languageName } from '../../lib/faces/language-name';
import { Chip } from '../ui/chip';
import { usePanel } from './panel-context';

/** The two that come all day, in few letters. */
const signs: { readonly [language: string]: string } = { en: 'EN', zh: '中文' };

/** The language that the customer writes in; nothing where a few words do not tell it. */
export function LanguageChip({ text }: { readonly text: string }) {
  const { language } = usePanel();
  const own = textLanguageOf(text);
  const name = own && languageName(own, language);
  if (own === undefined || name === undefined) return null;
  return <Chip title={name}>{signs[own] ?? name}</Chip>;
}
