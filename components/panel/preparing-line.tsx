import { usePanel } from './panel-context';
import styles from './preparing-line.module.css';

/** Answers come before their ranking is made: said in a quiet line, as nobody need wait. */
export function PreparingLine() {
  const { state, t } = usePanel();
  const { preparing } = state;
  return preparing === 'no' ? null : (
    <p className={styles.line} role="note" data-preparing={preparing}>
      {t(preparing === 'new' ? 'state.preparing' : 'state.rebuilding')}
    </p>
  );
}
