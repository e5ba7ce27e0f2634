import { Button } from '../ui/button';
import { Notice } from './notice';
import { type Panel, usePanel } from './panel-context';

/** What the agent should know about the store, and the one click that mends it. */
export function StorageNotice() {
  const panel = usePanel();
  const { state, actions, t } = panel;
  const { report, repair, isDismissed } = state.storage;
  if (state.isRestarting) {
    return (
      <Notice tone="plain">
        <Said title={t('storage.restarting')} hint={t('storage.restarting.hint')} />
      </Notice>
    );
  }
  if (isDismissed) return null;
  const dismiss = () => actions.dismissStorage();
  if (repair === 'done' && report.state === 'kept') {
    return (
      <Notice tone="good" onDismiss={dismiss}>
        <span aria-hidden="true">✓ </span>
        {t('storage.repaired')}
      </Notice>
    );
  }
  switch (report.state) {
    case 'kept':
      return null;
    case 'blocked':
      return (
        <Notice tone="bad">
          <Said title={t('storage.blocked')} hint={t('storage.blocked.hint')} />
        </Notice>
      );
    case 'not-kept':
      return (
        <Notice tone="plain" onDismiss={dismiss}>
          <Said title={t('storage.not-kept')} hint={t('storage.not-kept.hint')} />
        </Notice>
      );
    case 'lost':
      return (
        <Notice tone="bad" onDismiss={dismiss}>
          <Said title={t('storage.lost')} hint={t('storage.lost.hint')} />
        </Notice>
      );
    case 'full':
      return (
        <Notice tone="bad" onDismiss={dismiss}>
          <Said title={t('storage.full')} hint={t('storage.full.hint')} />
          <Button small onClick={() => void actions.retryStorage()}>
            {t('state.retry')}
          </Button>
        </Notice>
      );
    case 'damaged':
      return (
        <Notice tone="bad" onDismiss={dismiss}>
          {repair === 'failed' ? (
            <Said title={t('storage.repair-failed')} hint={t('storage.repair-failed.hint')} />
          ) : (
            <Said title={damagedWords(panel)} hint={t('storage.damaged.hint')} />
          )}
          <Button
            small
            disabled={repair === 'working'}
            onClick={() => void actions.repairStorage()}
          >
            {t(repair === 'working' ? 'storage.repairing' : 'storage.repair')}
          </Button>
        </Notice>
      );
  }
}

/** The notice's first line, also for those who hear it. */
export function storageWords(panel: Panel): string {
  const { state, t } = panel;
  const { report, repair, isDismissed } = state.storage;
  if (state.isRestarting) return t('storage.restarting');
  if (isDismissed) return '';
  if (repair === 'done') return t('storage.repaired');
  if (report.state === 'kept') return '';
  if (report.state !== 'damaged') return t(`storage.${report.state}`);
  return repair === 'failed' ? t('storage.repair-failed') : damagedWords(panel);
}

function damagedWords({ state, t, tn }: Panel): string {
  const { unreadable } = state.storage.report;
  return unreadable > 0 ? tn('storage.damaged', unreadable) : t('storage.damaged.all');
}

function Said({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{hint}</p>
    </>
  );
}
