import type { OpenInvite } from '../../lib/protocol/hub-people';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import { baseWords } from './base-words';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';

type TeamOpenInvitesProps = {
  readonly invites: readonly OpenInvite[];
  readonly onChanged: () => void;
};

/** Invites that nobody has used yet; each can be taken back. */
export function TeamOpenInvites({ invites, onChanged }: TeamOpenInvitesProps) {
  const studio = useStudio();
  const { actions, team, language, t } = studio;
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const takeBack = async (invite: string) => {
    const { outcome } = await team.actions
      .ask('team.take-back-invite', { invite })
      .catch(() => ({ outcome: 'unreachable' }) as const);
    onChanged();
    if (outcome === 'done') actions.say({ kind: 'team', words: t('people.take-back.done') });
    else actions.say({ kind: 'team-failed', words: t(refusalWords(outcome)) });
  };
  return (
    <section className={styles.part} aria-label={t('people.open')}>
      <h3>{t('people.open')}</h3>
      {invites.length === 0 && <p className={styles.hint}>{t('people.open.none')}</p>}
      <ul className={styles.devices}>
        {invites.map(({ id, kb, role, by, expiresAt }) => {
          const words = `${t(`team.name.${role}`)} · ${baseWords(kb, studio)}`;
          return (
            <li key={id} data-invite={role}>
              <span>{words}</span>
              <span className={styles.hint}>
                {by !== null && `${t('people.open.by', { name: by })} · `}
                {t('people.open.until', { time: times.format(expiresAt) })}
              </span>
              <Button small onClick={() => void takeBack(id)}>
                {t('people.take-back')}
                <Unseen>: {words}</Unseen>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
