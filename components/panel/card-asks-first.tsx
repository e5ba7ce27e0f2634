import { isAskedInPlace, slotValuesOf } from '../../lib/faces/card-context';
import type { Card } from '../../lib/faces/panel-card';
import styles from './card.module.css';
import { CardAnswer } from './card-answer';
import { usePanel } from './panel-context';
import { WriteButton } from './write-button';

/** The question that comes before the answer, with a button of its own. */
export function CardAsksFirst({ card }: { readonly card: Card }) {
  const { state, actions, t } = usePanel();
  const { entry, language } = card.suggestion;
  if (entry.asksFirst === undefined) return null;
  const ask = () => actions.insertQuestion(card);
  return (
    <div className={styles.asks}>
      <div className={styles.question}>
        <b>{t('card.asks-first')}</b>
        <CardAnswer
          template={entry.asksFirst}
          lang={language}
          marks={[]}
          values={slotValuesOf(state, card)}
          asks={(slot) => isAskedInPlace(state, slot)}
          onFill={(slot, value) => actions.fillSlot(card, slot, value)}
          onDone={ask}
        />
      </div>
      <WriteButton small onWrite={ask}>
        {t('card.ask')}
      </WriteButton>
    </div>
  );
}
