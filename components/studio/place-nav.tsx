import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import styles from './base-nav.module.css';
import { useStudio } from './studio-context';

const carePlaces = [
  { place: 'learned', name: 'learned.name' },
  { place: 'overlaps', name: 'overlaps.name' },
] as const;
const history = { place: 'history', name: 'history.name' } as const;
const figures = { place: 'figures', name: 'figures.name' } as const;
const people = { place: 'team', name: 'people.name' } as const;

/**
 * The pages besides the answers: what has to be looked at now and then, and what was published and
 * who is in the team, which a machine that joined none has not.
 */
export function usePlaces() {
  const { team: store, t } = useStudio();
  const team = useTeam(store);
  const care = { title: t('studio.care'), places: carePlaces };
  if (team.state === 'none' || team.state === 'removed') return [care];
  const { role, organisation: title } = team;
  const maySeeFigures = role !== null && mayDo(role, 'supervisor');
  return [care, { title, places: [history, ...(maySeeFigures ? [figures] : []), people] }];
}

/** The ways to them. */
export function PlaceNav() {
  const { state, actions, t } = useStudio();
  return usePlaces().map(({ title, places }) => [
    <h2 key={`${title} title`}>{title}</h2>,
    ...places.map(({ place, name }) => (
      <button
        key={place}
        type="button"
        className={styles.base}
        aria-current={state.place === place ? 'true' : undefined}
        onClick={() => actions.showPlace(place)}
      >
        <span className={styles.name}>{t(name)}</span>
      </button>
    )),
  ]);
}
