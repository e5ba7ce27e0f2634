import type { TextKey, Values } from '../i18n/translate';
import type { UiLanguage } from '../i18n/ui-language';
import type { ImportProblem } from '../protocol/import-calls';

type Words = {
  readonly language: UiLanguage;
  readonly t: (key: TextKey, values?: Values) => string;
};

/** A column of the file has its own name; what only entries have goes by the name of its field. */
const fields: { readonly [path: string]: TextKey } = {
  id: 'studio.import.field.id',
  title: 'studio.import.field.title',
  phrasings: 'studio.import.field.phrasing',
  answer: 'studio.import.field.answer',
  'variants.en': 'studio.import.field.answer.en',
  'variants.zh': 'studio.import.field.answer.zh',
  asksFirst: 'studio.import.field.asksFirst',
  tags: 'studio.import.field.tags',
  attachments: 'studio.import.field.attachments',
  links: 'studio.import.field.links',
};

/** A problem in the person's language. In English the reason comes with its figures. */
export function importProblemWords(problem: ImportProblem, { language, t }: Words): string {
  const reason =
    language === 'en' && problem.reason !== ''
      ? problem.reason
      : t(`studio.import.kind.${problem.kind}`);
  const isSaid = problem.kind === 'no-title' || problem.kind === 'no-answer';
  if (problem.column === '' || isSaid) return reason;
  // Of a list, such as "phrasings.3", the field is what counts.
  const known = fields[problem.column.replace(/\.\d+(?:\.(?:name|url))?$/, '')];
  const field = known === undefined ? problem.column : t(known);
  return t('studio.import.problem.field', { field, reason });
}
