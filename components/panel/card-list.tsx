import type { KeyboardEvent } from 'react';
import { actionLabel } from '../../lib/faces/key-label';
import type { Card } from '../../lib/faces/panel-card';
import type { Action } from '../../lib/protocol/console-messages';
import { AnswerCard } from './card';
import styles from './card-list.module.css';
import { usePanel } from './panel-context';
import { RejectedRow } from './rejected-row';

/** Keys for the first three cards as they stand on screen. */
const insertKeys: readonly Action[] = ['insert-1', 'insert-2', 'insert-3'];
const editKeys: readonly Action[] = ['edit-1', 'edit-2', 'edit-3'];

type CardListProps = {
  readonly cards: readonly Card[];
  /** A card that is being edited though it is no longer on the list. */
  readonly pinned?: Card | undefined;
};

/** Cards, best first. The arrow keys move between them. */
export function CardList({ cards, pinned }: CardListProps) {
  const { state, t } = usePanel();
  const label = (action: Action | undefined) =>
    action === undefined ? '' : actionLabel(action, state.bindings, state.platform);
  const firstKey = cards.find((card) => !state.rejected.includes(card.key))?.key;
  return (
    <section className={styles.list} aria-label={t('cards.label')} onKeyDown={moveBetweenCards}>
      {pinned !== undefined && (
        <AnswerCard card={pinned} keys={{ insert: '', edit: '' }} first={false} />
      )}
      {cards.map((card, at) =>
        state.rejected.includes(card.key) ? (
          <RejectedRow key={card.key} card={card} />
        ) : (
          <AnswerCard
            key={card.key}
            card={card}
            keys={{ insert: label(insertKeys[at]), edit: label(editKeys[at]) }}
            first={card.key === firstKey}
          />
        ),
      )}
    </section>
  );
}

/** In a text field the arrow keys belong to the text. */
function moveBetweenCards(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.matches('input, textarea')) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')];
  const at = cards.findIndex((card) => card.contains(from));
  const next = cards[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
