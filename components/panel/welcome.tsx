import { useState } from 'react';
import { panelView } from '../../lib/faces/panel-view';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';
import styles from './welcome.module.css';

const steps = ['cards', 'insert', 'knowledge'] as const;

/** Three short cards for the first use, one at a time; once seen or skipped they are gone for good. */
export function Welcome() {
  const { state, actions, t } = usePanel();
  const [at, setAt] = useState(0);
  const step = steps[at];
  // It comes with what stands below it and stays as long: nothing may move under a click.
  const isTooSoon = ['loading', 'unreachable'].includes(panelView(state));
  if (isTooSoon || state.settings.welcomed || step === undefined) return null;
  const isLast = at === steps.length - 1;
  return (
    <section className={styles.welcome} aria-label={t('welcome.label')}>
      <div aria-live="polite">
        <h2>{t(`welcome.${step}`)}</h2>
        <p>{t(`welcome.${step}.text`)}</p>
      </div>
      <div className={styles.row}>
        <span className={styles.count}>
          {t('welcome.count', { at: at + 1, all: steps.length })}
        </span>
        {!isLast && (
          <Button small look="ghost" onClick={() => actions.finishWelcome()}>
            {t('welcome.skip')}
          </Button>
        )}
        <Button small onClick={() => (isLast ? actions.finishWelcome() : setAt(at + 1))}>
          {t(isLast ? 'welcome.done' : 'welcome.next')}
        </Button>
      </div>
    </section>
  );
}
