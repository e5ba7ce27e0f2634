import { type FormEvent, useId, useState } from 'react';
import type { Role } from '../../lib/protocol/hub-sync';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import { LinkField } from './link-field';
import styles from './settings-app.module.css';

const invited: readonly Role[] = ['agent', 'author', 'supervisor'];

/** Makes a link with which one person can join. */
export function InviteForm() {
  const { team, t } = usePanel();
  const [role, setRole] = useState<Role>('agent');
  const [link, setLink] = useState('');
  const [told, setTold] = useState('');
  const id = useId();
  const make = (event: FormEvent) => {
    event.preventDefault();
    const fail = () => setTold(t('settings.team.invite.failed'));
    team.actions.invite(role).then(({ link: made }) => {
      setLink(made ?? '');
      if (made === null) fail();
      else setTold(t('settings.team.invite.hint'));
    }, fail);
  };
  return (
    <section className={styles.erasing} aria-labelledby={id}>
      <h3 id={id}>{t('settings.team.invite')}</h3>
      <form className={styles.place} onSubmit={make}>
        <label className={styles.place}>
          {t('settings.team.invite.as')}
          <select
            className={field.field}
            value={role}
            onChange={({ target }) => setRole(target.value as Role)}
          >
            {invited.map((each) => (
              <option key={each} value={each}>
                {t(`team.role.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">{t('settings.team.invite.make')}</Button>
      </form>
      {link !== '' && (
        <div className={styles.search}>
          <LinkField label={t('settings.team.link')} link={link} />
        </div>
      )}
      <p role="status">{told}</p>
    </section>
  );
}
