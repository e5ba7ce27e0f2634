import { useId } from 'react';
import type { Draft } from '../../lib/faces/studio-draft';
import styles from './editor.module.css';
import { FieldProblems, problemId, problemsOf } from './field-problems';
import { useStudio } from './studio-context';
import { TagsField } from './tags-field';

/** What decides when and how an answer may be used. */
export function DetailFields({ draft }: { readonly draft: Draft }) {
  const { state, actions, t } = useStudio();
  const id = useId();
  const described = (field: 'asksFirst' | 'validFrom' | 'validUntil') =>
    problemsOf(state, field).length > 0
      ? { 'aria-invalid': true, 'aria-describedby': problemId(field) }
      : {};
  return (
    <section className={styles.details} aria-label={t('studio.details')}>
      <label className={styles.part} htmlFor={`${id}-asks`}>
        <span className={styles.label}>{t('studio.asks-first')}</span>
        <input
          id={`${id}-asks`}
          className={styles.field}
          type="text"
          autoComplete="off"
          placeholder={t('studio.asks-first.hint')}
          value={draft.asksFirst}
          onChange={(event) => actions.change({ asksFirst: event.target.value })}
          {...described('asksFirst')}
        />
        <FieldProblems field="asksFirst" />
      </label>
      <TagsField draft={draft} />
      <div className={styles.part}>
        <div className={styles.days}>
          {(['validFrom', 'validUntil'] as const).map((field) => (
            <label key={field} className={styles.part}>
              <span className={styles.label}>
                {t(field === 'validFrom' ? 'studio.valid.from' : 'studio.valid.until')}
              </span>
              <input
                className={styles.field}
                type="date"
                value={draft[field]}
                onChange={(event) => actions.change({ [field]: event.target.value })}
                {...described(field)}
              />
            </label>
          ))}
        </div>
        <FieldProblems field="validFrom" />
        <FieldProblems field="validUntil" />
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.mustEdit}
          onChange={(event) => actions.change({ mustEdit: event.target.checked })}
        />
        {t('studio.must-edit')}
      </label>
    </section>
  );
}
