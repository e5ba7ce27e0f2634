import { actionLabel } from '../../lib/faces/key-label';
import type { Card, CardKey } from '../../lib/faces/panel-card';
import type { Action } from '../../lib/protocol/console-messages';
import { AnswerCard } from './card';
import { usePanel } from './panel-context';
import { RejectedRow } from './rejected-row';

/** Keys for the first three cards as they stand on screen. */
const insertKeys: readonly Action[] = ['insert-1', 'insert-2', 'insert-3'];
const editKeys: readonly Action[] = ['edit-1', 'edit-2', 'edit-3'];

type CardRunProps = {
  readonly cards: readonly Card[];
  /** How many cards stand above them. */
  readonly above: number;
  /** The first card on screen that was not called wrong. */
  readonly firstKey: CardKey | undefined;
};

/** Cards one below the other, each with its key. */
export function CardRun({ cards, above, firstKey }: CardRunProps) {
  const { state } = usePanel();
  const label = (action: Action | undefined) =>
    action === undefined ? '' : actionLabel(action, state.bindings, state.platform);
  return cards.map((card, at) =>
    state.rejected.includes(card.key) ? (
      <RejectedRow key={card.key} card={card} />
    ) : (
      <AnswerCard
        key={card.key}
        card={card}
        keys={{ insert: label(insertKeys[above + at]), edit: label(editKeys[above + at]) }}
        first={card.key === firstKey}
      />
    ),
  );
}
