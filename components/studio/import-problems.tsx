import { importProblemWords } from '../../lib/faces/import-problem-words';
import type { ImportProblem } from '../../lib/protocol/import-calls';
import styles from './import-dialog.module.css';
import { useStudio } from './studio-context';

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
