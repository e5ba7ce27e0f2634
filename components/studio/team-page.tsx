import { useTeam } from '../../lib/faces/use-team';
import { mayDo } from '../../lib/protocol/hub-sync';
import { Words } from '../panel/words';
import { Button } from '../ui/button';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';
import { TeamAudit } from './team-audit';
import { TeamInvite } from './team-invite';
import { TeamName } from './team-name';
import { TeamOpenInvites } from './team-open-invites';
import styles from './team-page.module.css';
import { TeamPerson } from './team-person';
import { useNews } from './use-news';
import { usePeople } from './use-people';

/** Who is in the team; for who may, how they get in, what they may do, and who did what. */
export function TeamPage() {
  const { team: store, t } = useStudio();
  const team = useTeam(store);
  const { role, organisation } = team;
  const mayChange = role !== null && mayDo(role, 'supervisor');
  const { people, invites, load, refresh } = usePeople(store, useNews());
  if (load === 'loading') return <Words late title={t('studio.loading')} />;
  if (people.length === 0) {
    const isNo = load !== 'unreachable' && load !== 'told';
    return (
      <Words title={t(isNo ? refusalWords(load) : 'people.failed')} hint={t('history.failed.hint')}>
        <Button onClick={refresh}>{t('studio.retry')}</Button>
      </Words>
    );
  }
  return (
    <div className={styles.page}>
      <h2>{t('people.name')}</h2>
      <p className={styles.hint}>
        {load === 'told' ? t('people.hint', { organisation }) : t('history.stale')}{' '}
        {!mayChange && t('people.cannot')}
      </p>
      <ul className={styles.list} aria-label={t('people.list')}>
        {people.map((person) => (
          <TeamPerson key={person.id} person={person} own={role} onChanged={refresh} />
        ))}
      </ul>
      {mayChange && (
        <>
          <TeamInvite own={role} onMade={refresh} />
          <TeamOpenInvites invites={invites ?? []} onChanged={refresh} />
          {role === 'admin' && (
            <TeamName key={organisation} name={organisation} onChanged={refresh} />
          )}
          <TeamAudit
            stand={JSON.stringify([
              organisation,
              people.map(({ roles, devices }) => [roles, devices.map(({ revoked }) => revoked)]),
              invites,
            ])}
          />
        </>
      )}
    </div>
  );
}
