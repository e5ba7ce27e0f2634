import type { Card, CardKey } from '../../lib/faces/panel-card';
import type { QuestionCards } from '../../lib/faces/question-cards';
import { CardRun } from './card-run';
import { usePanel } from './panel-context';
import { QuestionGroup } from './question-group';
import styles from './question-group.module.css';

type QuestionListProps = {
  readonly questions: readonly QuestionCards[];
  /** All cards on screen, in reading order. */
  readonly cards: readonly Card[];
  readonly firstKey: CardKey | undefined;
};

/** The questions of a message, each over its cards, and below them what is only related. */
export function QuestionList({ questions, cards, firstKey }: QuestionListProps) {
  const { t } = usePanel();
  let above = 0;
  const groups = questions.map((question, at) => {
    const group = (
      <QuestionGroup
        key={question.key}
        question={question}
        number={at + 1}
        count={questions.length}
        above={above}
        firstKey={firstKey}
      />
    );
    if (!question.isAnswered) above += question.cards.length;
    return group;
  });
  const related = cards.slice(above);
  return (
    <>
      {groups}
      {related.length > 0 && (
        <section className={styles.group} aria-label={t('question.related')}>
          <h2 className={styles.related}>{t('question.related')}</h2>
          <CardRun cards={related} above={above} firstKey={firstKey} />
        </section>
      )}
    </>
  );
}
