import { useId, useLayoutEffect, useRef } from 'react';
import { langOf } from '../../lib/faces/lang-of';
import type { CardKey } from '../../lib/faces/panel-card';
import type { QuestionCards } from '../../lib/faces/question-cards';
import { Unseen } from '../ui/unseen';
import { CardRun } from './card-run';
import { CardStatusLine } from './card-status-line';
import { usePanel } from './panel-context';
import styles from './question-group.module.css';

type QuestionGroupProps = {
  readonly question: QuestionCards;
  readonly number: number;
  readonly count: number;
  /** How many cards stand above its own. */
  readonly above: number;
  readonly firstKey: CardKey | undefined;
};

/** One question of several: the customer's words, a tick, and its cards until it is ticked. */
export function QuestionGroup({ question, number, count, above, firstKey }: QuestionGroupProps) {
  const { state, actions, t } = usePanel();
  const { key, text, isAnswered, cards } = question;
  const heading = useId();
  const tick = useRef<HTMLInputElement>(null);

  // The card with the focus is gone: the keyboard goes on from the tick that took its place.
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && document.hasFocus();
    if (isAnswered && isLost) tick.current?.focus();
  }, [isAnswered]);

  const told = cards.filter((card) => state.statuses[card.key] !== undefined);
  return (
    <section className={styles.group} aria-labelledby={heading} data-question={key}>
      <div className={isAnswered ? `${styles.head} ${styles.answered}` : styles.head}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <h2 className={styles.words} id={heading} title={text}>
          <Unseen>{t('question.number', { at: number, count })}: </Unseen>
          <span className={styles.clipped} lang={langOf(text)}>
            {text}
          </span>
        </h2>
        <label className={styles.tick}>
          <input
            ref={tick}
            type="checkbox"
            checked={isAnswered}
            onChange={(event) => actions.tickQuestion(key, event.target.checked)}
          />
          {t('question.answered')}
          <Unseen>: {text}</Unseen>
        </label>
      </div>
      {isAnswered ? (
        told.map((card) => <CardStatusLine key={card.key} of={card.key} />)
      ) : (
        <CardRun cards={cards} above={above} firstKey={firstKey} />
      )}
      {!isAnswered && cards.length === 0 && (
        <p className={styles.none}>
          {t(state.settings.quiet ? 'question.none-direct' : 'question.none')}
        </p>
      )}
    </section>
  );
}
