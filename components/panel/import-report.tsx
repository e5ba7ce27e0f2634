import type { ImportResult } from '../../lib/protocol/brain-calls';
import { Notice } from './notice';
import { type Panel, usePanel } from './panel-context';

const counted = ['added', 'changed', 'same', 'removed'] as const;

/** How an import went: what changed, or every problem with its place. */
export function ImportReport() {
  const panel = usePanel();
  const { state, actions, t } = panel;
  const { importing } = state;
  if (importing === undefined) return null;
  if (importing.kind === 'working') {
    return <Notice tone="plain">{t('import.working', { name: importing.name })}</Notice>;
  }
  const dismiss = () => actions.dismissImport();
  if (importing.kind !== 'done') {
    return (
      <Notice tone="bad" onDismiss={dismiss}>
        {importing.kind === 'too-big'
          ? t('import.too-big', { limit: importing.limitMb })
          : t('import.failed')}
      </Notice>
    );
  }
  return importing.result.outcome === 'imported' ? (
    <Notice tone="good" onDismiss={dismiss}>
      <Done result={importing.result} t={t} />
    </Notice>
  ) : (
    <Notice tone="bad" onDismiss={dismiss}>
      <Problems result={importing.result} panel={panel} />
    </Notice>
  );
}

type Imported = Extract<ImportResult, { outcome: 'imported' }>;
type Refused = Extract<ImportResult, { outcome: 'refused' }>;

function Done({ result, t }: { readonly result: Imported; readonly t: Panel['t'] }) {
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
    </>
  );
}

function Problems({ result, panel }: { readonly result: Refused; readonly panel: Panel }) {
  const { t, tn } = panel;
  return (
    <>
      <p>
        <strong>{t('import.refused')}</strong>
      </p>
      <ul>
        {result.problems.map(({ entry, field, message }) => (
          <li key={`${entry}/${field}/${message}`}>
            {t(entry === 0 ? 'import.problem.file' : 'import.problem.entry', {
              entry,
              field,
              message,
            })}
          </li>
        ))}
        {result.more > 0 && <li>{tn('import.more', result.more)}</li>}
      </ul>
    </>
  );
}
