import { agoText } from '../../lib/faces/age-text';
import type { Person } from '../../lib/protocol/hub-people';
import { mayDo, type Role } from '../../lib/protocol/hub-sync';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Unseen } from '../ui/unseen';
import { baseWords } from './base-words';
import { useStudio } from './studio-context';
import { TeamDevices } from './team-devices';
import styles from './team-page.module.css';
import { TeamRoles } from './team-roles';

type TeamPersonProps = {
  readonly person: Person;
  /** What the one who looks may do in all bases. */
  readonly own: Role | null;
  readonly onChanged: () => void;
};

/** The hub notes once a minute who is there. */
const hereMs = 150_000;

/** One person: their roles, when they were last there, and what can be done about both. */
export function TeamPerson({ person, own, onChanged }: TeamPersonProps) {
  const studio = useStudio();
  const { actions, language, now, t } = studio;
  const { id, name, roles, devices, isYou } = person;
  const mayChange = own !== null && mayDo(own, 'supervisor');
  const isAbove = own !== null && roles.some(({ role }) => !mayDo(own, role));
  const seenAt = devices.reduce<number | null>(
    (latest, device) => (device.revoked ? latest : Math.max(latest ?? 0, device.seenAt ?? 0)),
    null,
  );
  const seen = () => {
    if (!seenAt) return t('people.never');
    if (now() - seenAt < hereMs) return t('people.here');
    return t('people.seen', { ago: agoText(seenAt, now(), language) });
  };
  return (
    <li className={styles.person} data-person={name}>
      <h3>
        {name} {isYou && <Chip>{t('people.you')}</Chip>}
      </h3>
      <p className={styles.facts}>
        {roles.map(({ kb, role }) => (
          <span key={kb}>
            {kb === '*'
              ? t(`team.name.${role}`)
              : t('people.in-base', {
                  role: t(`team.name.${role}`),
                  base: baseWords(kb, studio),
                })}
          </span>
        ))}
        {mayChange && <span>{seen()}</span>}
      </p>
      {mayChange && (
        <details className={styles.change}>
          <summary>
            {t('people.change')}
            <Unseen>: {name}</Unseen>
          </summary>
          {isAbove ? (
            <p className={styles.hint}>{t('people.above')}</p>
          ) : (
            <TeamRoles person={person} own={own} onChanged={onChanged} />
          )}
          <TeamDevices person={person} mayRevoke={!isAbove} />
          {!isAbove && (
            <Button
              small
              className={styles.danger}
              onClick={() => actions.openDialog({ kind: 'remove-person', id, name })}
            >
              {t('people.remove')}
              <Unseen>: {name}</Unseen>
            </Button>
          )}
        </details>
      )}
    </li>
  );
}
