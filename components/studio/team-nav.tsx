import { useTeam } from '../../lib/faces/use-team';
import styles from './base-nav.module.css';
import { useStudio } from './studio-context';

/** The pages about a team; a machine that joined none has none of them. */
export const teamPlaces = [
  { place: 'history', name: 'history.name' },
  { place: 'team', name: 'people.name' },
] as const;

/** The ways to what was published and to who is in the team. */
export function TeamNav() {
  const { state, actions, team: store, t } = useStudio();
  const team = useTeam(store);
  if (team.state === 'none' || team.state === 'removed') return null;
  return (
    <>
      <h2>{team.organisation}</h2>
      {teamPlaces.map(({ place, name }) => (
        <button
          key={place}
          type="button"
          className={styles.base}
          aria-current={state.place === place ? 'true' : undefined}
          onClick={() => actions.showPlace(place)}
        >
          <span className={styles.name}>{t(name)}</span>
        </button>
      ))}
    </>
  );
}
