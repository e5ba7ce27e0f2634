import { useTeam } from '../../lib/faces/use-team';
import field from '../ui/field.module.css';
import styles from './base-nav.module.css';
import { carePlaces } from './care-nav';
import { useStudio } from './studio-context';
import { teamPlaces } from './team-nav';

/** No base has an id that begins with it. */
const placeMark = '\n';

/** The bases as a choice, where there is no room for them side by side. */
export function BaseSelect() {
  const { state, actions, team: store, t } = useStudio();
  const team = useTeam(store);
  const { bases, base, place } = state;
  if (bases === undefined || bases.length === 0) return null;
  return (
    <select
      className={`${field.field} ${styles.select}`}
      aria-label={t('studio.base')}
      value={place === 'answers' ? (base ?? '') : `${placeMark}${place}`}
      onChange={({ target: { value } }) => {
        const places = [...carePlaces, ...teamPlaces.map(({ place }) => place)];
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
      <optgroup label={t('studio.care')}>
        {carePlaces.map((each) => (
          <option key={each} value={`${placeMark}${each}`}>
            {t(`${each}.name`)}
          </option>
        ))}
      </optgroup>
      {team.state !== 'none' && (
        <optgroup label={team.organisation}>
          {teamPlaces.map(({ place, name }) => (
            <option key={place} value={`${placeMark}${place}`}>
              {t(name)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
