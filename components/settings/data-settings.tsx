import { useRef, useState } from 'react';
import type { DataDesk } from '../../lib/faces/data-desk';
import { usePanel } from '../panel/panel-context';
import { Button } from '../ui/button';
import { EraseCustomer } from './erase-customer';
import { EraseEverything } from './erase-everything';
import styles from './settings-app.module.css';

type Props = {
  readonly desk: DataDesk;
  /** For how many sites Cuecard is on. */
  readonly sites: number;
};

/** All that is kept on this machine: to take along, and to erase. */
export function DataSettings({ desk, sites }: Props) {
  const { t, tn } = usePanel();
  const [told, setTold] = useState('');
  const file = useRef<HTMLInputElement>(null);

  const say = (work: Promise<string>) =>
    void work.then(setTold, () => setTold(t('settings.failed')));
  const restore = async (chosen: File) => {
    const outcome = await desk.restore(chosen);
    if (outcome.kind === 'not-such-a-file') return t('settings.restore.wrong');
    const words = [tn('settings.restore.done', outcome.bases)];
    if (outcome.refused > 0) words.push(tn('settings.restore.refused', outcome.refused));
    return words.join(' ');
  };

  return (
    <>
      <div className={styles.deeds}>
        <p>
          <Button onClick={() => say(desk.exportAll().then(() => t('settings.export.done')))}>
            {t('settings.export')}
          </Button>
          <small>{t('settings.export.hint')}</small>
        </p>
        <p>
          <Button onClick={() => file.current?.click()}>{t('settings.restore')}</Button>
          <small>{t('settings.restore.hint')}</small>
        </p>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json"
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            target.value = '';
            if (chosen !== undefined) say(restore(chosen));
          }}
        />
        <p role="status">{told}</p>
      </div>
      <EraseCustomer desk={desk} />
      <EraseEverything desk={desk} sites={sites} />
    </>
  );
}
