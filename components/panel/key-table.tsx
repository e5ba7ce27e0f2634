import { Button } from '../ui/button';
import styles from './key-list.module.css';
import { KeyRow } from './key-row';
import { usePanel } from './panel-context';

/** Every action with its key, each to be changed, and the way back to the usual ones. */
export function KeyTable() {
  const { state, actions, t } = usePanel();
  return (
    <>
      <p className={styles.hint}>{t('keys.hint')}</p>
      <ul className={styles.list}>
        {state.bindings.map((binding) => (
          <KeyRow key={binding.action} binding={binding} />
        ))}
      </ul>
      <Button small className={styles.reset} onClick={() => actions.resetKeys()}>
        {t('keys.reset')}
      </Button>
    </>
  );
}
