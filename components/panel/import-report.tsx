import type { ImportState } from '../../lib/faces/panel-state';
import { ImportProblems } from './import-problems';
import { ImportProgress } from './import-progress';
import { Notice } from './notice';
import { type Panel, usePanel } from './panel-context';

const counted = ['added', 'changed', 'same', 'removed'] as const;

/** How an import goes and went: how far it is, what changed, or every problem with its place. */
export function ImportReport() {
  const panel = usePanel();
  const { state, actions, t } = panel;
  const { importing } = state;
  // Also when it was started in the Studio: the cards change while it goes on.
  if (importing === undefined || importing.kind === 'working') return <ImportProgress />;
  return (
    <Notice
      tone={importing.kind === 'done' ? 'good' : 'bad'}
      onDismiss={() => actions.dismissImport()}
    >
      {importing.kind === 'done' && <Done done={importing} panel={panel} />}
      {importing.kind === 'refused' && <ImportProblems {...importing} />}
      {importing.kind === 'too-big' && t('import.too-big', { limit: importing.limitMb })}
      {importing.kind === 'failed' && t('import.failed')}
    </Notice>
  );
}

type DoneProps = {
  readonly done: Extract<ImportState, { kind: 'done' }>;
  readonly panel: Panel;
};

function Done({ done: { result, leftOut = 0 }, panel: { t, tn } }: DoneProps) {
  const counts = counted
    .filter((what) => result[what] > 0)
    .map((what) => t(`import.${what}`, { count: result[what] }));
  return (
    <>
      <p>
        <span aria-hidden="true">✓ </span>
        <strong>{t('import.done', { base: result.base.name })}</strong>
      </p>
      {counts.length > 0 && <p>{counts.join(' · ')}</p>}
      {leftOut > 0 && <p>▲ {tn('import.left-out', leftOut)}</p>}
    </>
  );
}
