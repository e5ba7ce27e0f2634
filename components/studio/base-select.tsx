import styles from './base-nav.module.css';
import { carePlaces } from './care-nav';
import { useStudio } from './studio-context';

/** No base has an id that begins with it. */
const placeMark = '\n';

/** The bases as a choice, where there is no room for them side by side. */
export function BaseSelect() {
  const { state, actions, t } = useStudio();
  const { bases, base, place } = state;
  if (bases === undefined || bases.length === 0) return null;
  return (
    <select
      className={styles.select}
      aria-label={t('studio.base')}
      value={place === 'answers' ? (base ?? '') : `${placeMark}${place}`}
      onChange={({ target: { value } }) => {
        const care = carePlaces.find((each) => value === `${placeMark}${each}`);
        if (care === undefined) actions.chooseBase(value);
        else actions.showPlace(care);
      }}
    >
      {base === undefined && <option value="">{t('studio.base')}</option>}
      {bases.map(({ base: { id, name }, entries }) => (
        <option key={id} value={id}>
          {name} ({entries})
        </option>
      ))}
      <optgroup label={t('studio.care')}>
        {carePlaces.map((each) => (
          <option key={each} value={`${placeMark}${each}`}>
            {t(`${each}.name`)}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
