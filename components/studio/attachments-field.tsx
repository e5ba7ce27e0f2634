import { useId, useRef } from 'react';
import type { Attachment } from '../../lib/domain/attachment';
import type { Draft } from '../../lib/faces/studio-draft';
import { fileLimits } from '../../lib/protocol/knowledge-file';
import { Button } from '../ui/button';
import fields from './attachments-field.module.css';
import styles from './editor.module.css';
import { FieldProblems, problemId, problemsOf } from './field-problems';
import { useStudio } from './studio-context';

/** The files that go with the answer, a row of name and address each. */
export function AttachmentsField({ draft }: { readonly draft: Draft }) {
  const { state, actions, t } = useStudio();
  const part = useRef<HTMLElement>(null);
  const labelId = useId();
  const { attachments } = draft;

  // After the paint that adds or takes away the row.
  const focusSoon = (selector: string, at: number) =>
    requestAnimationFrame(() => {
      const found = part.current?.querySelectorAll<HTMLElement>(selector);
      const field = found?.[Math.min(at, found.length - 1)];
      (field ?? part.current?.querySelector('button'))?.focus();
    });
  const add = () => {
    actions.change({ attachments: [...attachments, { name: '', url: '' }] });
    focusSoon('[data-name]', attachments.length);
  };
  const removeAt = (at: number) => {
    actions.change({ attachments: attachments.toSpliced(at, 1) });
    focusSoon('[data-name]', at);
  };
  const changeAt = (at: number, attachment: Attachment) =>
    actions.change({ attachments: attachments.with(at, attachment) });
  const described = (field: 'attachments.name' | 'attachments.url', at: number) =>
    problemsOf(state, field).some((problem) => problem.at === at)
      ? { 'aria-invalid': true, 'aria-describedby': problemId(field) }
      : {};

  return (
    <section ref={part} className={styles.part} aria-labelledby={labelId}>
      <h2 id={labelId} className={styles.label}>
        {t('studio.attachments')}
      </h2>
      <p className={styles.hint}>{t('studio.attachments.hint')}</p>
      {attachments.length > 0 && (
        <ul className={fields.list}>
          {attachments.map(({ name, url }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an attachment has no other name than its place.
            <li key={at} className={fields.row}>
              <input
                className={styles.field}
                type="text"
                data-name=""
                autoComplete="off"
                aria-label={t('studio.attachments.name', { number: at + 1 })}
                placeholder={t('studio.attachments.name.hint')}
                value={name}
                onChange={(event) => changeAt(at, { name: event.target.value, url })}
                {...described('attachments.name', at)}
              />
              <input
                className={styles.field}
                type="url"
                autoComplete="off"
                dir="ltr"
                aria-label={t('studio.attachments.url', { number: at + 1 })}
                placeholder="https://"
                value={url}
                onChange={(event) => changeAt(at, { name, url: event.target.value })}
                {...described('attachments.url', at)}
              />
              <button
                type="button"
                className={styles.remove}
                aria-label={t('studio.attachments.remove', { number: at + 1 })}
                title={t('studio.attachments.remove', { number: at + 1 })}
                onClick={() => removeAt(at)}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <FieldProblems field="attachments.name" />
      <FieldProblems field="attachments.url" />
      <FieldProblems field="attachments" />
      {attachments.length < fileLimits.attachments && (
        <div className={fields.add}>
          <Button look="ghost" onClick={add}>
            + {t('studio.attachments.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
