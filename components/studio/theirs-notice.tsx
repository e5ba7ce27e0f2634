import { openDraft } from '../../lib/faces/studio-state';
import { Button } from '../ui/button';
import styles from './editor.module.css';
import { useStudio } from './studio-context';

/** Two people wrote the same answer: neither text is thrown away unasked. */
export function TheirsNotice() {
  const { state, actions, t } = useStudio();
  const key = state.open;
  const theirs = key === undefined ? undefined : state.theirs[key];
  if (key === undefined || theirs === undefined || openDraft(state) === undefined) return null;
  return (
    <div className={styles.theirs} role="note">
      <p>{t('studio.theirs')}</p>
      <p className={styles.quote}>{theirs.answer}</p>
      <Button onClick={() => actions.takeTheirs(key)}>{t('studio.theirs.take')}</Button>
      <Button onClick={() => void actions.save(key, { overwrite: true })}>
        {t('studio.theirs.overwrite')}
      </Button>
    </div>
  );
}
