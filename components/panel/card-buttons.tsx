import type { Card } from '../../lib/faces/panel-card';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import styles from './card.module.css';
import { usePanel } from './panel-context';
import { WriteButton } from './write-button';

type CardButtonsProps = {
  readonly card: Card;
  readonly keys: { readonly insert: string; readonly edit: string };
  readonly isOpen: boolean;
  /** The best card's Insert stands out. */
  readonly first: boolean;
};

export function CardButtons({ card, keys, isOpen, first }: CardButtonsProps) {
  const { state, actions, t } = usePanel();
  const isInserting = state.statuses[card.key]?.kind === 'inserting';
  const canReject = card.place > 0 || state.cue !== undefined;
  const small = !isOpen;
  const about = <Unseen>: {card.suggestion.entry.title}</Unseen>;
  return (
    <div className={styles.buttons}>
      <WriteButton
        small={small}
        look={first && isOpen ? 'primary' : 'plain'}
        className={first && isOpen ? undefined : styles.inserts}
        title={keys.insert === '' ? undefined : t('card.insert.key', { keys: keys.insert })}
        aria-busy={isInserting}
        onWrite={() => actions.insert(card)}
      >
        {t(isInserting ? 'card.inserting' : 'card.insert')}
        {about}
      </WriteButton>
      <Button
        small={small}
        title={keys.edit === '' ? undefined : t('card.edit.key', { keys: keys.edit })}
        onClick={() => actions.edit(card)}
      >
        {t('card.edit')}
        {about}
      </Button>
      <Button small={small} look="ghost" onClick={() => void actions.copy(card)}>
        {t('card.copy')}
        {about}
      </Button>
      {canReject && (
        <Button small={small} look="ghost" onClick={() => actions.reject(card)}>
          {t('card.reject')}
          {about}
        </Button>
      )}
    </div>
  );
}
