import { Button } from '../ui/button';
import styles from './better-line.module.css';
import { usePanel } from './panel-context';

/** Says that a better order waits. Under the cards, so that it does not move them itself. */
export function BetterLine() {
  const { state, actions, t } = usePanel();
  if (state.better === undefined) return null;
  return (
    <p className={styles.line}>
      <span>{t('better.found')}</span>
      <Button small onClick={() => actions.showBetter()}>
        {t('better.show')}
      </Button>
    </p>
  );
}
