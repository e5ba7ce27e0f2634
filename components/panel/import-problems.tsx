import { studioAddress } from '../../lib/faces/studio-address';
import type { ImportProblem } from '../../lib/protocol/import-calls';
import { ProblemList } from '../ui/problem-list';
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
      <ProblemList
        problems={problems}
        words={panel}
        more={more > 0 ? tn('import.more', more) : undefined}
      />
      <a href={studioAddress()} target="_blank" rel="noopener">
        {t('import.refused.studio')}
      </a>
    </>
  );
}
