import { Button } from '../ui/button';
import styles from './gap-ask.module.css';
import { usePanel } from './panel-context';

/** It comes below the cards, where the panel may have no room left. */
function comeIntoView(shown: HTMLElement | null) {
  shown?.scrollIntoView({ block: 'nearest' });
}

/** Shows the agent what would go to the team, and sends just that when they say so. */
export function GapAsk() {
  const { state, actions, t } = usePanel();
  const { gapAsk, gapTold } = state;
  // The question stands there to be noted again: that says it.
  if (gapTold !== undefined && gapTold !== 'undone') {
    return (
      <p ref={comeIntoView} className={styles.told} data-gap={gapTold}>
        {gapTold === 'sent' || gapTold === 'taken-back' ? '✓ ' : ''}
        {t(`gap.${gapTold}`)}
      </p>
    );
  }
  if (gapAsk === undefined) return null;
  return (
    <section
      ref={comeIntoView}
      className={styles.ask}
      aria-label={t('gap.send.why')}
      data-gap="ask"
    >
      <p>{t('gap.send.why')}</p>
      <blockquote>{gapAsk.text}</blockquote>
      <div className={styles.choices}>
        <Button small onClick={() => actions.dismissGap()}>
          {t('gap.send.not')}
        </Button>
        <Button small look="primary" onClick={() => actions.sendGap()}>
          {t('gap.send')}
        </Button>
      </div>
    </section>
  );
}
