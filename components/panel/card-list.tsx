import type { KeyboardEvent } from 'react';
import type { Card } from '../../lib/faces/panel-card';
import type { QuestionCards } from '../../lib/faces/question-cards';
import { AnswerCard } from './card';
import styles from './card-list.module.css';
import { CardRun } from './card-run';
import { usePanel } from './panel-context';
import { QuestionList } from './question-list';
import { useCardHand } from './use-card-hand';

type CardListProps = {
  /** In reading order. */
  readonly cards: readonly Card[];
  /** The questions that they answer, where there are several. */
  readonly questions?: readonly QuestionCards[];
  /** A card that is being edited though it is no longer on the list. */
  readonly pinned?: Card | undefined;
};

/** Cards, best first, under the question that they answer. The arrow keys move between them. */
export function CardList({ cards, questions = [], pinned }: CardListProps) {
  const { state, t } = usePanel();
  const list = useCardHand();
  const firstKey = cards.find((card) => !state.rejected.includes(card.key))?.key;
  return (
    <section
      ref={list}
      className={styles.list}
      aria-label={t('cards.label')}
      onKeyDown={moveBetweenCards}
    >
      {pinned !== undefined && (
        <AnswerCard card={pinned} keys={{ insert: '', edit: '' }} first={false} />
      )}
      {questions.length === 0 ? (
        <CardRun cards={cards} above={0} firstKey={firstKey} />
      ) : (
        <QuestionList questions={questions} cards={cards} firstKey={firstKey} />
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
