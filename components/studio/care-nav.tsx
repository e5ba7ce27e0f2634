import styles from './base-nav.module.css';
import { useStudio } from './studio-context';

/** What has to be looked at now and then, besides the answers themselves. */
export const carePlaces = ['learned', 'overlaps'] as const;

/** The ways to what was learned and to what overlaps. */
export function CareNav() {
  const { state, actions, t } = useStudio();
  return (
    <>
      <h2>{t('studio.care')}</h2>
      {carePlaces.map((place) => (
        <button
          key={place}
          type="button"
          className={styles.base}
          aria-current={state.place === place ? 'true' : undefined}
          onClick={() => actions.showPlace(place)}
        >
          <span className={styles.name}>{t(`${place}.name`)}</span>
        </button>
      ))}
    </>
  );
}
