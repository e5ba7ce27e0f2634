import { type FormEvent, useEffect, useState } from 'react';
import { randomId } from '../../lib/base/random-id';
import { sha256 } from '../../lib/base/sha256';
import type { TextKey } from '../../lib/i18n/translate';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './settings-app.module.css';

type SignInProps = {
  /** Where a hub may be. */
  readonly address: string;
};

/** Joining with an account of the company, where the hub at the address offers it. */
export function SignIn({ address }: SignInProps) {
  const { team, t } = usePanel();
  const [hub, setHub] = useState('');
  const [secret, setSecret] = useState('');
  const [code, setCode] = useState('');
  const [told, setTold] = useState<TextKey | ''>('');
  useEffect(() => {
    let isOver = false;
    const settle = (found: string, words: TextKey | '') => {
      if (isOver) return;
      setHub(found);
      setSecret('');
      setTold(words);
    };
    settle('', '');
    team.actions.offer(address).then(
      (offer) => {
        if (offer.hub === null) settle('', 'settings.team.unreachable');
        else settle(offer.signIn ? offer.hub : '', offer.signIn ? '' : 'settings.team.by-invite');
      },
      () => settle('', 'settings.team.unreachable'),
    );
    return () => {
      isOver = true;
    };
  }, [address, team]);

  const begin = async () => {
    const fresh = randomId() + randomId();
    const challenge = await sha256(fresh);
    setSecret(fresh);
    setTold('');
    setCode('');
    // The page learns only the challenge, and gets no hand on this one.
    window.open(`${hub}/sso/start?challenge=${challenge}`, '_blank', 'noopener,noreferrer');
  };
  const finish = (event: FormEvent) => {
    event.preventDefault();
    setTold('settings.team.joining');
    team.actions.signIn({ hub, secret, code: code.trim() }).then(
      (outcome) => {
        if (outcome === 'over') setSecret('');
        setTold(outcome === 'joined' ? '' : `settings.team.${outcome}`);
      },
      () => setTold('settings.team.unreachable'),
    );
  };
  return (
    <form className={styles.deeds} onSubmit={finish}>
      {hub !== '' && (
        <div>
          <Button onClick={() => void begin()}>{t('settings.team.sign-in')}</Button>
        </div>
      )}
      {secret !== '' && (
        <>
          <label className={styles.field}>
            <span>{t('settings.team.code')}</span>
            <input
              className={field.field}
              type="text"
              required
              autoComplete="one-time-code"
              spellCheck={false}
              maxLength={40}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          </label>
          <div>
            <Button type="submit" look="primary">
              {t('settings.team.finish')}
            </Button>
          </div>
        </>
      )}
      <p role="status">{told !== '' && t(told)}</p>
    </form>
  );
}
