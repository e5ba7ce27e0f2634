import { type FormEvent, useState } from 'react';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import styles from './settings-app.module.css';

/** One paste joins a team. */
export function JoinForm() {
  const { team, state, t } = usePanel();
  const [link, setLink] = useState('');
  const [name, setName] = useState(state.settings.agentName);
  const [told, setTold] = useState('');
  const join = (event: FormEvent) => {
    event.preventDefault();
    setTold(t('settings.team.joining'));
    team.actions.join(link.trim(), name.trim()).then(
      (outcome) => setTold(outcome === 'joined' ? '' : t(`settings.team.${outcome}`)),
      () => setTold(t('settings.team.unreachable')),
    );
  };
  return (
    <form className={styles.deeds} onSubmit={join}>
      <label className={styles.field}>
        <span>{t('settings.team.link')}</span>
        <input
          type="text"
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
          value={link}
          onChange={({ target }) => setLink(target.value)}
        />
      </label>
      <label className={styles.field}>
        <span>{t('settings.team.your-name')}</span>
        <input
          type="text"
          required
          maxLength={120}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <div>
        <Button type="submit" look="primary">
          {t('settings.team.join')}
        </Button>
      </div>
      <p role="status">{told}</p>
    </form>
  );
}
