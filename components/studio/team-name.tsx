import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';
import styles from './team-page.module.css';

type TeamNameProps = { readonly name: string; readonly onChanged: () => void };

/** What the team is called, for who may change it. */
export function TeamName({ name, onChanged }: TeamNameProps) {
  const { actions, team, t } = useStudio();
  const [given, setGiven] = useState(name);
  const wish = given.trim();
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const { outcome } = await team.actions
      .ask('team.rename', { name: wish })
      .catch(() => ({ outcome: 'unreachable' }) as const);
    onChanged();
    if (outcome === 'done')
      actions.say({ kind: 'team', words: t('team-name.done', { name: wish }) });
    else actions.say({ kind: 'team-failed', words: t(refusalWords(outcome)) });
  };
  return (
    <section className={styles.part} aria-label={t('team-name.name')}>
      <h3>{t('team-name.name')}</h3>
      <form className={styles.line} onSubmit={(event) => void rename(event)}>
        <input
          type="text"
          className={`${field.field} ${styles.link}`}
          aria-label={t('team-name.name')}
          value={given}
          maxLength={120}
          onChange={({ target }) => setGiven(target.value)}
        />
        <Button type="submit" disabled={wish === '' || wish === name}>
          {t('team-name.save')}
        </Button>
      </form>
    </section>
  );
}
