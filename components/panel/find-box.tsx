import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isFinding } from '../../lib/faces/find-actions';
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
  const wish = useRef<'first' | 'last'>(undefined);
  const { focus, find } = state;
  const isPending = isFinding(state);
  useEffect(() => {
    if (focus?.on !== 'find') return;
    window.focus();
    field.current?.focus();
    field.current?.select();
    actions.focused();
  }, [focus, actions]);

  // Pressed before the answers to the words were there, the key meant those, not the ones before.
  useEffect(() => {
    if (isPending || wish.current === undefined) return;
    // The box is emptied with the conversation; then there is nothing to wait for.
    if (find.query !== '') goToCard(wish.current);
    wish.current = undefined;
  }, [isPending, find.query]);
  const search = (query: string) => {
    wish.current = undefined;
    void actions.find(query);
  };

  const byKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && find.query !== '') {
      event.stopPropagation();
      search('');
    } else if (['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
      event.preventDefault();
      const which = event.key === 'ArrowUp' ? 'last' : 'first';
      if (isPending) wish.current = which;
      else goToCard(which);
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
          onChange={(event) => search(event.target.value)}
          onKeyDown={byKey}
          onBlur={() => {
            wish.current = undefined;
          }}
        />
        {find.query === '' ? (
          <KeyHint keys={actionLabel('find', state.bindings, state.platform)} />
        ) : (
          <Button
            small
            look="ghost"
            aria-label={t('find.close')}
            title={t('find.close')}
            onClick={() => search('')}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      </div>
    </section>
  );
}

function goToCard(which: 'first' | 'last') {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  (which === 'last' ? cards.at(-1) : cards[0])?.focus();
}
