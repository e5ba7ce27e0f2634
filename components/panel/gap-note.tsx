import { useEffect, useRef } from 'react';
import styles from './card-list.module.css';
import { usePanel } from './panel-context';
import { WriteButton } from './write-button';

/** Notes that no card answers the question, and takes that back: one click each, never by a double one. */
export function GapNote({ words }: { readonly words: string }) {
  const { state, actions, t } = usePanel();
  const { gapNoted, focus } = state;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus?.on !== 'gap') return;
    window.focus();
    button.current?.focus();
    actions.focused();
  }, [focus, actions]);
  if (gapNoted === undefined) {
    return (
      <WriteButton ref={button} small look="ghost" onWrite={() => actions.noteGap()}>
        {words}
      </WriteButton>
    );
  }
  return (
    <span className={styles.noted}>
      ✓ {t('gap.noted')}
      <WriteButton ref={button} small look="ghost" onWrite={() => actions.undoGap()}>
        {t('card.undo')}
      </WriteButton>
    </span>
  );
}
