import type { ImportProblem } from '../../lib/protocol/import-calls';
import styles from './import-dialog.module.css';
import { type Studio, useStudio } from './studio-context';

/** A problem in the person's language. In English the reason comes with its figures. */
export function importProblemWords(problem: ImportProblem, { language, t }: Studio): string {
  const reason =
    language === 'en' && problem.reason !== ''
      ? problem.reason
      : t(`studio.import.kind.${problem.kind}`);
  return problem.column === '' ? reason : `${problem.column}: ${reason}`;
}

/** What is wrong with a file, each with its line. */
export function ImportProblems({
  problems,
  more,
}: {
  readonly problems: readonly ImportProblem[];
  readonly more: number;
}) {
  const studio = useStudio();
  const { t, tn } = studio;
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => {
        const reason = importProblemWords(problem, studio);
        return (
          <li key={`${problem.row}/${problem.column}/${problem.kind}`}>
            {problem.row === 0
              ? reason
              : t('studio.import.problem.line', { line: problem.row, reason })}
          </li>
        );
      })}
      {more > 0 && <li>{tn('studio.import.more-bad', more)}</li>}
    </ul>
  );
}
