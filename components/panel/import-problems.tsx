import { importProblemWords } from '../../lib/faces/import-problem-words';
import { studioAddress } from '../../lib/faces/studio-address';
import type { ImportProblem } from '../../lib/protocol/import-calls';
import { usePanel } from './panel-context';

type Props = { readonly problems: readonly ImportProblem[]; readonly more: number };

/** Why a file was not taken. The Studio shows it row by row, and lets columns be chosen. */
export function ImportProblems({ problems, more }: Props) {
  const panel = usePanel();
  const { t, tn } = panel;
  return (
    <>
      <p>
        <strong>{t('import.refused')}</strong>
      </p>
      <ul>
        {problems.map((problem) => {
          const reason = importProblemWords(problem, panel);
          return (
            <li key={`${problem.row}/${problem.column}/${problem.kind}`}>
              {problem.row === 0
                ? reason
                : t('studio.import.problem.line', { line: problem.row, reason })}
            </li>
          );
        })}
        {more > 0 && <li>{tn('import.more', more)}</li>}
      </ul>
      <a href={studioAddress()} target="_blank" rel="noopener">
        {t('import.refused.studio')}
      </a>
    </>
  );
}
