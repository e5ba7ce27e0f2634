import { usePanel } from './panel-context';
import styles from './preparing-line.module.css';

/** A large base answers before its ranking is made: said in a quiet line, as nobody need wait. */
export function PreparingLine() {
  const { state, t } = usePanel();
  return state.isPreparing ? (
    <p className={styles.line} role="note">
      {t('state.preparing')}
    </p>
  ) : null;
}
