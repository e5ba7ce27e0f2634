import { importProblemWords } from '../../lib/faces/import-problem-words';
import type { ImportProblem } from '../../lib/protocol/import-calls';
import type { Words } from './words-in';

type ProblemListProps = {
  readonly problems: readonly ImportProblem[];
  readonly words: Pick<Words, 'language' | 't'>;
  /** Said of those that are not listed, where there are any. */
  readonly more: string | undefined;
  readonly className?: string | undefined;
};

/** What is wrong with a file, each with its line; row 0 is the file as a whole. */
export function ProblemList({ problems, words, more, className }: ProblemListProps) {
  return (
    <ul className={className}>
      {problems.map((problem) => {
        const reason = importProblemWords(problem, words);
        return (
          <li key={`${problem.row}/${problem.column}/${problem.kind}`}>
            {problem.row === 0
              ? reason
              : words.t('studio.import.problem.line', { line: problem.row, reason })}
          </li>
        );
      })}
      {more !== undefined && <li>{more}</li>}
    </ul>
  );
}
