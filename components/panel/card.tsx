import { type KeyboardEvent, useEffect, useId } from 'react';
import { isAskedInPlace, slotValuesOf } from '../../lib/faces/card-context';
import type { Card } from '../../lib/faces/panel-card';
import { KeyHint } from '../ui/key-hint';
import styles from './card.module.css';
import { CardAnswer } from './card-answer';
import { CardAsksFirst } from './card-asks-first';
import { CardButtons } from './card-buttons';
import { CardEditor } from './card-editor';
import { CardStatusLine } from './card-status-line';
import { CardUpdate } from './card-update';
import { CardWhy } from './card-why';
import { isComposing } from './is-composing';
import { usePanel } from './panel-context';
import { useFocusWish } from './use-focus-wish';

type CardProps = {
  readonly card: Card;
  /** Its key as written on the keyboard; empty for cards beyond the third. */
  readonly keys: { readonly insert: string; readonly edit: string };
  /** Open unless the agent folded it. */
  readonly first: boolean;
};

/** One suggested answer. Every card, also a folded one, has Insert and Edit at hand. */
export function AnswerCard({ card, keys, first }: CardProps) {
  const { state, actions, t } = usePanel();
  const titleId = useId();
  const article = useFocusWish<HTMLElement>(card.key);
  const { suggestion } = card;
  const { entry, kind, answer, language, reasons } = suggestion;
  // What was searched for answers no message: nothing is sure or likely about it.
  const isFound = card.key.startsWith('find:');
  const isEditing = state.editing?.card.key === card.key;
  const isOpen = isEditing || (state.opened[card.key] ?? first);

  // A key in the page may have asked a card that is out of sight.
  const status = state.statuses[card.key];
  useEffect(() => {
    if (status !== undefined) article.current?.scrollIntoView({ block: 'nearest' });
  }, [status, article]);

  const insertByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget || isComposing(event)) return;
    event.preventDefault();
    // Held in the search field, it comes here with the focus.
    if (!event.repeat) actions.insert(card);
  };

  return (
    <article
      ref={article}
      className={isOpen ? styles.card : `${styles.card} ${styles.folded}`}
      data-card={card.key}
      data-kind={isFound ? undefined : kind}
      aria-labelledby={titleId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move between cards, and Enter inserts the one that has the focus.
      tabIndex={0}
      onKeyDown={insertByEnter}
    >
      <div className={styles.top}>
        <KeyHint keys={keys.insert} />
        <h3 className={styles.title} id={titleId} lang={language}>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => actions.open(card.key, !isOpen)}
          >
            {entry.title}
          </button>
        </h3>
        {!isFound && <span className={styles.kind}>{t(`card.kind.${kind}`)}</span>}
      </div>
      {isEditing ? (
        <CardEditor card={card} />
      ) : (
        <>
          <CardAsksFirst card={card} />
          <div className={styles.body} data-answer="">
            <CardAnswer
              template={answer}
              lang={language}
              marks={reasons.inAnswer}
              values={slotValuesOf(state, card)}
              asks={(slot) => isAskedInPlace(state, slot)}
              folded={!isOpen}
              onFill={(slot, value) => actions.fillSlot(card, slot, value)}
              onDone={() => actions.insert(card)}
            />
          </div>
          {entry.mustEdit && <p className={styles['must-edit']}>✎ {t('card.must-edit')}</p>}
          {isOpen && <CardWhy suggestion={suggestion} />}
        </>
      )}
      <CardUpdate card={card} />
      <CardStatusLine of={card.key} />
      {!isEditing && <CardButtons card={card} keys={keys} isOpen={isOpen} first={first} />}
    </article>
  );
}
