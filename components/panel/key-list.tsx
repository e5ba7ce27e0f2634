import { Button } from '../ui/button';
import styles from './key-list.module.css';
import { KeyRow } from './key-row';
import { usePanel } from './panel-context';

/** Every action with its key, folded until somebody wants to change one. */
export function KeyList({ isOpen = false }: { readonly isOpen?: boolean }) {
  const { state, actions, t } = usePanel();
  return (
    <details className={styles.keys} open={isOpen}>
      <summary>{t('keys.heading')}</summary>
      <p>{t('keys.hint')}</p>
      <ul className={styles.list}>
        {state.bindings.map((binding) => (
          <KeyRow key={binding.action} binding={binding} />
        ))}
      </ul>
      <Button small onClick={() => actions.resetKeys()}>
        {t('keys.reset')}
      </Button>
    </details>
  );
}
