import field from '../ui/field.module.css';
import styles from './base-nav.module.css';
import { usePlaces } from './place-nav';
import { useStudio } from './studio-context';

/** No base has an id that begins with it. */
const placeMark = '\n';

/** The bases as a choice, where there is no room for them side by side. */
export function BaseSelect() {
  const { state, actions, t } = useStudio();
  const groups = usePlaces();
  const { bases, base, place } = state;
  if (bases === undefined || bases.length === 0) return null;
  return (
    <select
      className={`${field.field} ${styles.select}`}
      aria-label={t('studio.base')}
      value={place === 'answers' ? (base ?? '') : `${placeMark}${place}`}
      onChange={({ target: { value } }) => {
        const places = groups.flatMap((group) => group.places.map((each) => each.place));
        const chosen = places.find((each) => value === `${placeMark}${each}`);
        if (chosen === undefined) actions.chooseBase(value);
        else actions.showPlace(chosen);
      }}
    >
      {base === undefined && <option value="">{t('studio.base')}</option>}
      {bases.map(({ base: { id, name }, entries }) => (
        <option key={id} value={id}>
          {name} ({entries})
        </option>
      ))}
      {groups.map(({ title, places }) => (
        <optgroup key={places[0].place} label={title}>
          {places.map(({ place, name }) => (
            <option key={place} value={`${placeMark}${place}`}>
              {t(name)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
