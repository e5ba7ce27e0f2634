import type { TextKey } from '../i18n/translate';
import type { UiLanguage } from '../i18n/ui-language';
import type { ImportProblem } from '../protocol/import-calls';

type Words = { readonly language: UiLanguage; readonly t: (key: TextKey) => string };

/** A problem in the person's language. In English the reason comes with its figures. */
export function importProblemWords(problem: ImportProblem, { language, t }: Words): string {
  const reason =
    language === 'en' && problem.reason !== ''
      ? problem.reason
      : t(`studio.import.kind.${problem.kind}`);
  const isSaid = problem.kind === 'no-title' || problem.kind === 'no-answer';
  return problem.column === '' || isSaid ? reason : `${problem.column}: ${reason}`;
}
