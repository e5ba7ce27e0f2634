import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { commandLabel } from '../../lib/faces/key-label';
import type { Card } from '../../lib/faces/panel-card';
import { Button } from '../ui/button';
import styles from './card-editor.module.css';
import { isComposing } from './is-composing';
import { usePanel } from './panel-context';
import { WriteButton } from './write-button';

/** The answer as a text field, in the card's place. */
export function CardEditor({ card }: { readonly card: Card }) {
  const { state, actions, t } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = state.editing?.text ?? '';
  const isInserting = state.statuses[card.key]?.kind === 'inserting';

  // Only where the browser cannot size a field to its content by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || window.CSS?.supports?.('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [text]);

  const byKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!event.repeat) actions.editInsert();
    } else if (event.key === 'Escape') {
      // Esc must not throw away what was typed: it leaves the field, Cancel ends the edit.
      event.stopPropagation();
      actions.focusComposer();
    }
  };

  return (
    <div className={styles.editor}>
      {card.suggestion.entry.mustEdit && <p className={styles.note}>✎ {t('card.must-edit')}</p>}
      <textarea
        ref={field}
        className={styles.field}
        lang={card.suggestion.language}
        aria-label={t('card.edit.label', { title: card.suggestion.entry.title })}
        value={text}
        onChange={(event) => actions.editText(event.target.value)}
        onKeyDown={byKey}
      />
      <div className={styles.row}>
        <WriteButton look="primary" aria-busy={isInserting} onWrite={() => actions.editInsert()}>
          {t(isInserting ? 'card.inserting' : 'card.insert')}
        </WriteButton>
        <Button look="ghost" onClick={() => actions.editCancel()}>
          {t('card.cancel')}
        </Button>
        <span className={styles.hint}>
          {t('card.edit.hint', { keys: commandLabel('Enter', state.platform) })}
        </span>
      </div>
    </div>
  );
}
