import { useSyncExternalStore } from 'react';
import styles from './offline-line.module.css';
import { usePanel } from './panel-context';

/** Being offline harms nothing here: said in a quiet line, so that nobody stops working for it. */
export function OfflineLine() {
  const { t } = usePanel();
  const isOnline = useSyncExternalStore(
    listenForNetwork,
    () => navigator.onLine,
    () => true,
  );
  return isOnline ? null : (
    <p className={styles.line} role="note">
      {t('state.offline')}
    </p>
  );
}

function listenForNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
