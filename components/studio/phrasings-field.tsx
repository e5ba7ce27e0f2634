import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { type Draft, withPhrasings } from '../../lib/faces/studio-draft';
import { isComposing } from '../panel/is-composing';
import styles from './editor.module.css';
import { FieldProblems, problemId, problemsOf } from './field-problems';
import { GrowingLine } from './growing-line';
import list from './phrasings-field.module.css';
import { useStudio } from './studio-context';

/** The ways customers ask, one a line; Enter adds one, pasted lines become several. */
export function PhrasingsField({ draft }: { readonly draft: Draft }) {
  const { state, actions, t } = useStudio();
  const [adding, setAdding] = useState('');
  const rows = useRef<HTMLDivElement>(null);
  const labelId = useId();
  const { phrasings } = draft;
  const problems = problemsOf(state, 'phrasings');

  const add = (text: string) => actions.change({ phrasings: withPhrasings(phrasings, text) });
  const focusRow = (at: number) =>
    requestAnimationFrame(() => rows.current?.querySelectorAll('textarea')[at]?.focus());
  const removeAt = (at: number) => {
    actions.change({ phrasings: phrasings.toSpliced(at, 1) });
    focusRow(Math.min(at, phrasings.length - 1));
  };

  const addByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && adding.trim() !== '') {
      event.preventDefault();
      add(adding);
      setAdding('');
    } else if (event.key === 'ArrowUp') focusRow(phrasings.length - 1);
  };
  const addPasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    add(adding.trim() === '' ? text : `${adding}\n${text}`);
    setAdding('');
  };
  // A phrasing that was typed but not yet entered is not lost when the field is left.
  const addLeft = () => {
    if (adding.trim() === '') return;
    add(adding);
    setAdding('');
  };
  const editByKey = (event: KeyboardEvent<HTMLTextAreaElement>, at: number) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusRow(at + 1);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      focusRow(Math.max(0, at - 1));
    } else if (event.key === 'Backspace' && event.currentTarget.value === '') {
      event.preventDefault();
      removeAt(at);
    }
  };

  return (
    <section className={styles.part} aria-labelledby={labelId}>
      <h2 id={labelId} className={styles.label}>
        {t('studio.phrasings')}
      </h2>
      <p className={styles.hint}>{t('studio.phrasings.hint')}</p>
      <div ref={rows} className={list.phrasings} data-bad={problems.length > 0 ? '' : undefined}>
        <ul>
          {phrasings.map(({ text, source }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a phrasing has no other name than its place.
            <li key={at}>
              <GrowingLine
                aria-label={t('studio.phrasing', { number: at + 1 })}
                autoComplete="off"
                value={text}
                aria-invalid={problems.some((problem) => problem.at === at)}
                aria-describedby={problems.length > 0 ? problemId('phrasings') : undefined}
                onText={(text) =>
                  actions.change({ phrasings: phrasings.with(at, { text, source: 'author' }) })
                }
                onKeyDown={(event) => editByKey(event, at)}
              />
              <span className={list.source}>{t(`studio.phrasing.${source}`)}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('studio.phrasing.remove', { text })}
                title={t('studio.phrasing.remove', { text })}
                onClick={() => removeAt(at)}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
        <div className={list.add}>
          <GrowingLine
            aria-label={t('studio.phrasing.add')}
            placeholder={t(
              phrasings.length === 0 ? 'studio.phrasing.first' : 'studio.phrasing.add',
            )}
            autoComplete="off"
            value={adding}
            onText={setAdding}
            onKeyDown={addByKey}
            onPaste={addPasted}
            onBlur={addLeft}
          />
        </div>
      </div>
      <FieldProblems field="phrasings" />
    </section>
  );
}
