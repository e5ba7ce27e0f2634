import { type FormEvent, useState } from 'react';
import { readHubAddress, readJoinLink } from '../../lib/protocol/hub-address';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './settings-app.module.css';
import { SignIn } from './sign-in';
import { useLinkOwner } from './use-link-owner';

/** One paste joins a team. */
export function JoinForm() {
  const { team, state, t } = usePanel();
  const [link, setLink] = useState('');
  const [name, setName] = useState(state.settings.agentName);
  const [told, setTold] = useState('');
  /** Typed whole: nothing is asked of what an address is before its last letter. */
  const [typed, setTyped] = useState('');
  const isAddress = typeof readHubAddress(link) === 'object';
  const read = isAddress ? readHubAddress(link) : readJoinLink(link);
  const isOwn = typeof read === 'object' && 'isOwn' in read && read.isOwn;
  const owner = useLinkOwner(isOwn ? link.trim() : '');
  const isInSight = typeof read === 'object' && read.way === 'in-sight';
  const signInAt = typed || (state.policy.policy.hub ?? '');
  const join = (event: FormEvent) => {
    event.preventDefault();
    if (isAddress) {
      setTyped(link.trim());
      return;
    }
    setTold(t('settings.team.joining'));
    team.actions.join(link.trim(), name.trim()).then(
      (outcome) => {
        const key = isOwn && outcome === 'used-up' ? 'own.used-up' : outcome;
        setTold(key === 'joined' ? '' : t(`settings.team.${key}`));
      },
      () => setTold(t('settings.team.unreachable')),
    );
  };
  return (
    <>
      <form className={styles.deeds} onSubmit={join}>
        <label className={styles.field}>
          <span>{t('settings.team.link')}</span>
          <input
            className={field.field}
            type="text"
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={2_000}
            value={link}
            onChange={({ target }) => setLink(target.value)}
            onBlur={() => setTyped(isAddress ? link.trim() : '')}
          />
          {isInSight && <small>{t('settings.team.in-sight')}</small>}
        </label>
        <small>{t('settings.team.sign-in.hint')}</small>
        {isOwn ? (
          <p role="status">{owner}</p>
        ) : (
          <label className={styles.field}>
            <span>{t('settings.team.your-name')}</span>
            <input
              className={field.field}
              type="text"
              required
              maxLength={120}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </label>
        )}
        <div>
          <Button type="submit" look="primary">
            {t('settings.team.join')}
          </Button>
        </div>
        <p role="status">{told}</p>
      </form>
      {signInAt !== '' && <SignIn address={signInAt} />}
    </>
  );
}
