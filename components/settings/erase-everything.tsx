import { type FormEvent, useId, useState } from 'react';
import type { DataDesk } from '../../lib/faces/data-desk';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import styles from './settings-app.module.css';

type Props = {
  readonly desk: DataDesk;
  readonly sites: number;
};

/** Says what goes, and erases it once a word was typed. */
export function EraseEverything({ desk, sites }: Props) {
  const { state, t, tn } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState('');
  const id = useId();
  const word = t('settings.erase.word');
  const isSure = typed.trim().toLowerCase() === word;
  const bases = (state.bases ?? []).filter(({ smallTalk, entries }) => !smallTalk && entries > 0);
  const names = bases.map(({ name }) => name).join(', ');

  const erase = (event: FormEvent) => {
    event.preventDefault();
    if (!isSure) return;
    desk.eraseAll().then(
      () => {
        setOpen(false);
        setTyped('');
        setTold(t('settings.erase.done'));
      },
      () => setTold(t('settings.failed')),
    );
  };

  return (
    <section className={styles.erasing} aria-labelledby={id}>
      <h3 id={id}>{t('settings.erase')}</h3>
      <p className={styles.hint}>{t('settings.erase.hint')}</p>
      {isOpen ? (
        <form className={styles.sure} onSubmit={erase}>
          <p>{t('settings.erase.goes')}</p>
          <ul>
            {bases.length > 0 && <li>{tn('settings.erase.bases', bases.length, { names })}</li>}
            <li>{t('settings.erase.events')}</li>
            <li>{t('settings.erase.settings')}</li>
            {sites > 0 && <li>{tn('settings.erase.sites', sites)}</li>}
          </ul>
          <label className={styles.field}>
            <span>{t('settings.erase.type', { word })}</span>
            <input
              className={field.field}
              type="text"
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <p>
            <Button type="submit" className={styles.danger} disabled={!isSure}>
              {t('settings.erase.yes')}
            </Button>{' '}
            <Button onClick={() => setOpen(false)}>{t('card.cancel')}</Button>
          </p>
        </form>
      ) : (
        <p>
          <Button className={styles.danger} onClick={() => setOpen(true)}>
            {t('settings.erase.start')}
          </Button>
        </p>
      )}
      <p role="status">{told}</p>
    </section>
  );
}
