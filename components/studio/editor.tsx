import { useEffect } from 'react';
import { chosenBase, openDraft } from '../../lib/faces/studio-state';
import { Words } from '../panel/words';
import { AnswerField } from './answer-field';
import { AttachmentsField } from './attachments-field';
import { DetailFields } from './detail-fields';
import styles from './editor.module.css';
import { EditorBar } from './editor-bar';
import { FieldProblems, problemId, problemsOf } from './field-problems';
import { GrowingLine } from './growing-line';
import { PhrasingsField } from './phrasings-field';
import { places } from './places';
import { useStudio } from './studio-context';
import { TheirsNotice } from './theirs-notice';

/** The answer that is open, every field of it. */
export function Editor() {
  const studio = useStudio();
  const { state, actions, t } = studio;
  const draft = openDraft(state);
  const { outcome } = state;
  // Whoever saved wants to go on at what kept it from being saved.
  useEffect(() => {
    if (outcome?.kind !== 'refused') return;
    document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [outcome]);
  if (draft === undefined) {
    return (
      <main className={styles.editor}>
        <Words title={t('studio.pick')} hint={t('studio.pick.hint')} />
        <p className={styles.keys}>{t('studio.pick.keys')}</p>
      </main>
    );
  }
  const problems = problemsOf(state, 'title');
  const answerLanguage = chosenBase(state)?.base.language ?? 'en';
  return (
    // Anew for each entry: a field must not keep the selection or half-typed text of another.
    <main key={`${draft.base}/${draft.id}`} className={styles.editor}>
      <EditorBar draft={draft} />
      <TheirsNotice />
      <div className={styles.part}>
        <GrowingLine
          id={places.title}
          className={styles.title}
          aria-label={t('studio.title')}
          placeholder={t('studio.title.placeholder')}
          autoComplete="off"
          lang={answerLanguage}
          value={draft.title}
          aria-invalid={problems.length > 0}
          aria-describedby={problems.length > 0 ? problemId('title') : undefined}
          onText={(title) => actions.change({ title })}
        />
        <FieldProblems field="title" />
      </div>
      <PhrasingsField draft={draft} />
      <AnswerField draft={draft} />
      <AttachmentsField draft={draft} />
      <DetailFields draft={draft} />
    </main>
  );
}
