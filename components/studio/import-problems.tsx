import type { ImportProblem } from '../../lib/protocol/import-calls';
import { ProblemList } from '../ui/problem-list';
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
  return (
    <ProblemList
      className={styles.problems}
      problems={problems}
      words={studio}
      more={more > 0 ? studio.tn('studio.import.more-bad', more) : undefined}
    />
  );
}
