import { type FormEvent, useRef, useState } from 'react';
import { copyText } from '../../lib/faces/copy-text';
import { useTeam } from '../../lib/faces/use-team';
import { mayDo, type Role, roles } from '../../lib/protocol/hub-sync';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import { baseWords } from './base-words';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';

type TeamInviteProps = { readonly own: Role; readonly onMade: () => void };

/** Makes a link with which one person can join; it is shown just this once. */
export function TeamInvite({ own, onMade }: TeamInviteProps) {
  const studio = useStudio();
  const { actions, team: store, language, t } = studio;
  const team = useTeam(store);
  const [role, setRole] = useState<Role>('agent');
  const [kb, setKb] = useState('*');
  const [made, setMade] = useState<{ readonly link: string; readonly expiresAt: number }>();
  const link = useRef<HTMLInputElement>(null);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await store.actions
      .invite(role, kb)
      .catch(() => ({ link: null, expiresAt: 0 }) as const);
    setMade(answer.link === null ? undefined : { link: answer.link, expiresAt: answer.expiresAt });
    if (answer.link === null)
      actions.say({ kind: 'team-failed', words: t('people.invite.failed') });
    onMade();
  };
  const copy = () => {
    link.current?.select();
    copyText(made?.link ?? '').then(
      () => actions.say({ kind: 'team', words: t('people.invite.copied') }),
      () => actions.say({ kind: 'team-failed', words: t('people.invite.not-copied') }),
    );
  };
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className={styles.part} aria-label={t('people.invite')}>
      <h3>{t('people.invite')}</h3>
      <form className={styles.line} onSubmit={(event) => void make(event)}>
        <label>
          {t('people.invite.as')}{' '}
          <select
            className={field.field}
            value={role}
            onChange={({ target }) => setRole(roles.find((one) => one === target.value) ?? 'agent')}
          >
            {roles
              .filter((each) => mayDo(own, each))
              .map((each) => (
                <option key={each} value={each}>
                  {t(`team.role.${each}`)}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t('people.invite.for')}{' '}
          <select className={field.field} value={kb} onChange={({ target }) => setKb(target.value)}>
            {['*', ...team.bases.map((base) => base.kb)].map((each) => (
              <option key={each} value={each}>
                {baseWords(each, studio)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">{t('people.invite.make')}</Button>
      </form>
      {made !== undefined && (
        <>
          <div className={styles.line}>
            <input
              ref={link}
              type="text"
              readOnly
              className={`${field.field} ${styles.link}`}
              aria-label={t('people.invite.link')}
              value={made.link}
              onFocus={({ target }) => target.select()}
            />
            <Button look="primary" onClick={copy}>
              {t('people.invite.copy')}
            </Button>
          </div>
          <p className={styles.hint}>
            {t('people.invite.once', { time: times.format(made.expiresAt) })}
          </p>
        </>
      )}
    </section>
  );
}
