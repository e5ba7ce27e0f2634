import type { Card } from '../../lib/faces/panel-card';
import { updateOf } from '../../lib/faces/shown-updates';
import { Unseen } from '../ui/unseen';
import styles from './card-update.module.css';
import { usePanel } from './panel-context';

/**
 * Says that the team changed this answer since it was shown, or took it out. It hangs over the
 * card's edge and moves nothing: a hand may be on its way to a button.
 */
export function CardUpdate({ card }: { readonly card: Card }) {
  const { state, actions, t } = usePanel();
  const update = updateOf(state, card.key);
  if (update === undefined) return null;
  return (
    <p className={styles.tab} data-update={update.kind}>
      <span>{t(`update.${update.kind}`)}</span>
      <button type="button" onClick={() => actions.takeUpdate(card)}>
        {t(`update.${update.kind}.take`)}
        <Unseen>: {card.suggestion.entry.title}</Unseen>
      </button>
    </p>
  );
}
