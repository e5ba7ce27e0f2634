import { hasBetter } from '../../lib/faces/better-answers';
import { Button } from '../ui/button';
import styles from './better-line.module.css';
import { usePanel } from './panel-context';
import { useCardHand } from './use-card-hand';

/** Says that a better order waits. Under the cards, so that it does not move them itself. */
export function BetterLine() {
  const { state } = usePanel();
  return hasBetter(state) ? <Waiting /> : null;
}

/** A hand on its way to Show is a hand at the cards: the line must not go from under it. */
function Waiting() {
  const { actions, t } = usePanel();
  const line = useCardHand<HTMLParagraphElement>();
  return (
    <p ref={line} className={styles.line}>
      <span>{t('better.found')}</span>
      <Button small onClick={() => actions.showBetter()}>
        {t('better.show')}
      </Button>
    </p>
  );
}
