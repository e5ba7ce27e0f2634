import { useState } from 'react';
import { useTeam } from '../../lib/faces/use-team';
import type { Person } from '../../lib/protocol/hub-people';
import { mayDo, type Role, roles } from '../../lib/protocol/hub-sync';
import field from '../ui/field.module.css';
import { baseWords } from './base-words';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';

type TeamRolesProps = {
  readonly person: Person;
  readonly own: Role;
  readonly onChanged: () => void;
};

/** A person's role in all bases and in each; a choice is done at once. */
export function TeamRoles({ person, own, onChanged }: TeamRolesProps) {
  const studio = useStudio();
  const { actions, team: store, t } = studio;
  const team = useTeam(store);
  const [isWorking, setWorking] = useState(false);
  const { id, name } = person;
  const places = [
    ...new Set(['*', ...team.bases.map(({ kb }) => kb), ...person.roles.map(({ kb }) => kb)]),
  ];
  const hasEverywhere = person.roles.some(({ kb }) => kb === '*');
  const change = async (kb: string, role: Role | null) => {
    setWorking(true);
    const { outcome } = await store.actions
      .ask('team.change-role', { person: id, base: kb, role })
      .catch(() => ({ outcome: 'unreachable' }) as const);
    setWorking(false);
    onChanged();
    const base = baseWords(kb, studio);
    if (outcome !== 'done') {
      const words = outcome === 'conflict' ? 'people.last-admin' : refusalWords(outcome);
      actions.say({ kind: 'team-failed', words: t(words) });
    } else if (role === null) {
      actions.say({ kind: 'team', words: t('people.role.taken', { name, base }) });
    } else {
      const words = t('people.role.done', { name, base, role: t(`team.name.${role}`) });
      actions.say({ kind: 'team', words });
    }
  };
  return (
    <div className={styles.roles}>
      {places.map((kb) => {
        const held = person.roles.find((each) => each.kb === kb)?.role;
        // Who has this role only would be out of the team without it: that is removing them.
        const mayTake = held === undefined || person.roles.length > 1;
        return (
          <label key={kb}>
            <span>
              {kb === '*'
                ? t('people.role-everywhere')
                : t('people.role-in', { base: baseWords(kb, studio) })}
            </span>
            <select
              className={field.field}
              disabled={isWorking}
              value={held ?? ''}
              onChange={({ target: { value } }) =>
                void change(kb, roles.find((each) => each === value) ?? null)
              }
            >
              {mayTake && (
                <option value="">
                  {t(hasEverywhere && kb !== '*' ? 'people.role-as-everywhere' : 'people.no-role')}
                </option>
              )}
              {roles
                .filter((role) => mayDo(own, role))
                .map((role) => (
                  <option key={role} value={role}>
                    {t(`team.name.${role}`)}
                  </option>
                ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
