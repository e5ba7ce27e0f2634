import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fileLimits } from '../../lib/protocol/knowledge-file';
import { Button } from '../ui/button';
import fieldStyles from '../ui/field.module.css';
import styles from './learned-page.module.css';
import { useStudio } from './studio-context';

type BetterWordsProps = {
  readonly text: string;
  readonly onAccept: (text: string) => void;
  readonly onCancel: () => void;
};

/** A learned phrasing in better words: Enter accepts it, Esc leaves it as it was. */
export function BetterWords({ text, onAccept, onCancel }: BetterWordsProps) {
  const { t } = useStudio();
  const [words, setWords] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') onAccept(words);
  };
  return (
    <form className={styles.better} onSubmit={submit} data-choices>
      <input
        ref={field}
        className={fieldStyles.field}
        type="text"
        aria-label={t('learned.better.label')}
        maxLength={fileLimits.line}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      />
      <Button small look="primary" type="submit" disabled={words.trim() === ''}>
        {t('learned.accept')}
      </Button>
      <Button small look="ghost" onClick={onCancel}>
        {t('learned.cancel')}
      </Button>
    </form>
  );
}
