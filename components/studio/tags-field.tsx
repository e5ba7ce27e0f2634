import { type KeyboardEvent, useId, useState } from 'react';
import type { Draft } from '../../lib/faces/studio-draft';
import { isComposing } from '../panel/is-composing';
import styles from './editor.module.css';
import { FieldProblems } from './field-problems';
import { useStudio } from './studio-context';

/** Tags as chips; Enter or a comma adds one. */
export function TagsField({ draft }: { readonly draft: Draft }) {
  const { actions, t } = useStudio();
  const [adding, setAdding] = useState('');
  const id = useId();
  const { tags } = draft;

  const add = (text: string) => {
    const more = text
      .split(/[,，、]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.includes(tag));
    if (more.length > 0) actions.change({ tags: [...tags, ...new Set(more)] });
    setAdding('');
  };
  const byKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(adding);
    } else if (event.key === 'Backspace' && adding === '' && tags.length > 0) {
      actions.change({ tags: tags.slice(0, -1) });
    }
  };
  return (
    <div className={styles.part}>
      <label className={styles.label} htmlFor={id}>
        {t('studio.tags')}
      </label>
      <div className={`${styles.field} ${styles.tags}`}>
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
            <button
              type="button"
              aria-label={t('studio.tags.remove', { tag })}
              onClick={() => actions.change({ tags: tags.filter((one) => one !== tag) })}
            >
              <span aria-hidden="true">✕</span>
            </button>
          </span>
        ))}
        <input
          id={id}
          type="text"
          autoComplete="off"
          placeholder={t('studio.tags.add')}
          value={adding}
          onChange={({ target }) =>
            /[,，、]/.test(target.value) ? add(target.value) : setAdding(target.value)
          }
          onKeyDown={byKey}
          onBlur={() => add(adding)}
        />
      </div>
      <FieldProblems field="tags" />
    </div>
  );
}
