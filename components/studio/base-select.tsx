import styles from './base-nav.module.css';
import { useStudio } from './studio-context';

/** The bases as a choice, where there is no room for them side by side. */
export function BaseSelect() {
  const { state, actions, t } = useStudio();
  const { bases, base } = state;
  if (bases === undefined || bases.length === 0) return null;
  return (
    <select
      className={styles.select}
      aria-label={t('studio.base')}
      value={base ?? ''}
      onChange={(event) => actions.chooseBase(event.target.value)}
    >
      {base === undefined && <option value="">{t('studio.base')}</option>}
      {bases.map(({ base: { id, name }, entries }) => (
        <option key={id} value={id}>
          {name} ({entries})
        </option>
      ))}
    </select>
  );
}
