import { useEffect } from 'react';
import { Button } from '../ui/button';
import styles from './outcome-toast.module.css';
import { outcomeWords } from './outcome-words';
import { goTo } from './places';
import { useStudio } from './studio-context';

/** Good news goes by itself; what can be undone or has to be mended stays. */
const goodNewsMs = 6_000;
const lasting = new Set(['deleted', 'refused', 'changed-elsewhere']);

/** Lets good news go; apart from the toast, which a dialog that opens or closes makes anew. */
export function useOutcomeGoes(): void {
  const { state, actions } = useStudio();
  const { outcome } = state;
  useEffect(() => {
    if (outcome === undefined || lasting.has(outcome.kind) || outcome.kind.endsWith('failed'))
      return;
    const going = setTimeout(() => actions.dismissOutcome(), goodNewsMs);
    return () => clearTimeout(going);
  }, [outcome, actions]);
}

/** What the last action came to. It is read out by the live region, not from here. */
export function OutcomeToast() {
  const studio = useStudio();
  const { state, actions, t } = studio;
  const { outcome } = state;
  if (outcome === undefined) return null;
  const isBad =
    outcome.kind.endsWith('failed') ||
    outcome.kind === 'refused' ||
    outcome.kind === 'changed-elsewhere';
  return (
    <section
      className={styles.toast}
      aria-label={t('studio.outcome')}
      data-tone={isBad ? 'bad' : 'plain'}
      data-outcome={outcome.kind}
    >
      <span>{outcomeWords(outcome, studio)}</span>
      {outcome.kind === 'deleted' && (
        <Button small onClick={() => void actions.undoRemove().then(() => goTo('title'))}>
          {t('studio.undo')}
        </Button>
      )}
      <Button small look="ghost" aria-label={t('dismiss')} onClick={() => actions.dismissOutcome()}>
        <span aria-hidden="true">✕</span>
      </Button>
    </section>
  );
}
