import styles from './key-list.module.css';
import { KeyTable } from './key-table';
import { usePanel } from './panel-context';

/** The keys, folded until somebody wants to change one. */
export function KeyList() {
  const { t } = usePanel();
  return (
    <details className={styles.keys}>
      <summary>{t('keys.heading')}</summary>
      <KeyTable />
    </details>
  );
}
