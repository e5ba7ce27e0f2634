import type { Card } from '../../lib/faces/panel-card';
import { Button } from '../ui/button';
import styles from './card-list.module.css';
import { usePanel } from './panel-context';
import { useFocusWish } from './use-focus-wish';

/** What is left of a card that was called wrong, until the cue is over: a way back. */
export function RejectedRow({ card }: { readonly card: Card }) {
  const { actions, t } = usePanel();
  const undo = useFocusWish<HTMLButtonElement>(card.key);
  return (
    <div className={styles.rejected}>
      <span>{t('card.rejected', { title: card.suggestion.entry.title })}</span>
      <Button ref={undo} small look="ghost" onClick={() => actions.undoReject(card)}>
        {t('card.undo')}
      </Button>
    </div>
  );
}
