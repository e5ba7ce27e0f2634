import { type KeyboardEvent, useEffect, useRef } from 'react';
import { actionLabel } from '../../lib/faces/key-label';
import { Button } from '../ui/button';
import { KeyHint } from '../ui/key-hint';
import styles from './find-box.module.css';
import { isComposing } from './is-composing';
import { usePanel } from './panel-context';

/** Find any answer, whatever was heard. What is found shows in place of the suggestions. */
export function FindBox() {
  const { state, actions, t } = usePanel();
  const field = useRef<HTMLInputElement>(null);
  const { focus, find } = state;
  useEffect(() => {
    if (focus?.on !== 'find') return;
    window.focus();
    field.current?.focus();
    field.current?.select();
    actions.focused();
  }, [focus, actions]);

  const byKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && find.query !== '') {
      event.stopPropagation();
      void actions.find('');
    } else if (['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
      const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
      event.preventDefault();
      (event.key === 'ArrowUp' ? cards.at(-1) : cards[0])?.focus();
    }
  };

  return (
    <section className={styles.find} aria-label={t('find.label')}>
      <div className={styles.box}>
        <span aria-hidden="true">⌕</span>
        <input
          ref={field}
          type="search"
          aria-label={t('find.label')}
          placeholder={t('find.label')}
          autoComplete="off"
          value={find.query}
          onChange={(event) => void actions.find(event.target.value)}
          onKeyDown={byKey}
        />
        {find.query === '' ? (
          <KeyHint keys={actionLabel('find', state.bindings, state.platform)} />
        ) : (
          <Button
            small
            look="ghost"
            aria-label={t('find.close')}
            title={t('find.close')}
            onClick={() => void actions.find('')}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      </div>
    </section>
  );
}
