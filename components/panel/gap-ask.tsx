import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import styles from './gap-ask.module.css';
import { usePanel } from './panel-context';

/** Shows the agent what would go to the team, and sends just that when they say so. */
export function GapAsk() {
  const { state, actions, t } = usePanel();
  const { gapAsk, gapTold } = state;
  const send = useRef<HTMLButtonElement>(null);
  // The pressed button has gone: the keyboard goes on from here, unless it went elsewhere meanwhile.
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (gapAsk !== undefined && isLost) send.current?.focus();
  }, [gapAsk]);
  if (gapTold !== undefined) {
    return (
      <p className={styles.told} role="status" data-gap={gapTold}>
        {gapTold === 'sent' ? '✓ ' : ''}
        {t(`gap.${gapTold}`)}
      </p>
    );
  }
  if (gapAsk === undefined) return null;
  return (
    <section className={styles.ask} aria-label={t('gap.send.why')} data-gap="ask">
      <p>{t('gap.send.why')}</p>
      <blockquote>{gapAsk.text}</blockquote>
      <div className={styles.choices}>
        <Button small onClick={() => actions.dismissGap()}>
          {t('gap.send.not')}
        </Button>
        <Button ref={send} small look="primary" onClick={() => actions.sendGap()}>
          {t('gap.send')}
        </Button>
      </div>
    </section>
  );
}
