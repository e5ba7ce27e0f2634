import styles from './import-progress.module.css';
import { Notice } from './notice';
import { usePanel } from './panel-context';

/** An import that is going on: what is read, then how many of its answers are written. */
export function ImportProgress() {
  const { state, t } = usePanel();
  const { importing, importProgress } = state;
  const name = importing?.kind === 'working' ? importing.name : undefined;
  if (importProgress !== undefined) {
    const words = t('import.progress', importProgress);
    return (
      <Notice tone="plain">
        {name !== undefined && <strong>{name}</strong>}
        <p>{words}</p>
        <progress
          className={styles.bar}
          aria-label={words}
          value={importProgress.done}
          max={importProgress.total}
        />
      </Notice>
    );
  }
  return name === undefined ? null : <Notice tone="plain">{t('import.working', { name })}</Notice>;
}
