import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';

type Wish = {
  readonly kind: 'revoke-device' | 'remove-person';
  readonly id: string;
  readonly name: string;
};

/** Asks once before a device or a person is out; then it is so at once. */
export function TakeAccessDialog({ wish: { kind, id, name } }: { readonly wish: Wish }) {
  const { actions, team, t } = useStudio();
  const [isWorking, setWorking] = useState(false);
  const [told, setTold] = useState('');
  const key = kind === 'revoke-device' ? 'people.revoke' : 'people.remove';
  const take = async () => {
    setWorking(true);
    const { ask } = team.actions;
    const asked =
      kind === 'revoke-device'
        ? ask('team.revoke', { device: id })
        : ask('team.remove-person', { person: id });
    const { outcome } = await asked.catch(() => ({ outcome: 'unreachable' }) as const);
    setWorking(false);
    if (outcome === 'done') {
      actions.closeDialog();
      actions.say({ kind: 'team', words: t(`${key}.done`, { name }) });
    } else {
      setTold(t(outcome === 'conflict' ? 'people.last-admin' : refusalWords(outcome)));
    }
  };
  return (
    <Dialog busy={isWorking} title={t(`${key}.title`, { name })}>
      <div className={styles.body}>
        <p>{t(`${key}.hint`, { name })}</p>
        {told !== '' && <p role="alert">{told}</p>}
        <div className={styles.buttons}>
          <Button disabled={isWorking} onClick={() => actions.closeDialog()}>
            {t('studio.cancel')}
          </Button>
          <Button className={styles.danger} disabled={isWorking} onClick={() => void take()}>
            {t(key)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
