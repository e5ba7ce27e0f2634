import { languageOf } from '../../lib/domain/language';
import type { Draft } from '../../lib/faces/studio-draft';
import { draftKey, shownAnswer } from '../../lib/faces/studio-draft';
import { chosenBase, openDraft } from '../../lib/faces/studio-state';
import { rankedList } from '../../lib/faces/studio-try-actions';
import cardStyles from '../panel/card.module.css';
import { Chip } from '../ui/chip';
import { AnswerView } from './answer-view';
import { useStudio } from './studio-context';
import styles from './try-it.module.css';

/** The open answer as agents will see it, while it is written. */
export function PreviewCard() {
  const { state, t } = useStudio();
  const draft = openDraft(state);
  if (draft === undefined) return null;
  return (
    <section className={styles.part} aria-labelledby="studio-preview">
      <h2 id="studio-preview">{t('studio.preview')}</h2>
      {draft.title.trim() === '' && draft.answer.trim() === '' ? (
        <p className={styles.hint}>{t('studio.preview.empty')}</p>
      ) : (
        <CardOf draft={draft} />
      )}
    </section>
  );
}

function CardOf({ draft }: { readonly draft: Draft }) {
  const { state, t } = useStudio();
  const base = chosenBase(state)?.base;
  const found =
    state.tryIt.ranked &&
    rankedList(state.tryIt.ranked).find(({ entry }) => draftKey(entry) === draftKey(draft));
  // In the language being written; else, as the card does, in the one the customer wrote.
  const wanted =
    state.answerLanguage ?? (found === undefined ? undefined : languageOf(state.tryIt.text));
  const variant = wanted === undefined ? undefined : draft.variants[wanted];
  const own = base?.language ?? 'en';
  const [answer, lang] = variant?.trim() ? [variant, wanted ?? own] : [draft.answer, own];
  return (
    <article className={cardStyles.card} data-kind={found?.kind ?? 'direct'} data-preview="">
      <div className={cardStyles.top}>
        <h3 className={cardStyles.title} lang={own}>
          {draft.title.trim() === '' ? t('studio.row.untitled') : draft.title}
        </h3>
        {found !== undefined && (
          <span className={cardStyles.kind}>{t(`card.kind.${found.kind}`)}</span>
        )}
      </div>
      {draft.asksFirst.trim() !== '' && (
        <div className={cardStyles.asks}>
          <div className={cardStyles.question}>
            <b>{t('card.asks-first')}</b>
            <AnswerView template={draft.asksFirst} lang={own} />
          </div>
        </div>
      )}
      <div className={cardStyles.body}>
        <AnswerView template={shownAnswer(draft, answer)} lang={lang} />
      </div>
      {draft.mustEdit && <p className={cardStyles['must-edit']}>✎ {t('card.must-edit')}</p>}
      <div className={cardStyles.why}>
        {base !== undefined && <Chip>{base.name}</Chip>}
        {draft.tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
        {draft.validUntil !== '' && (
          <Chip>{t('studio.row.expires', { day: draft.validUntil })}</Chip>
        )}
      </div>
    </article>
  );
}
