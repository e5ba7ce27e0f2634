import { type FormEvent, useState } from 'react';
import { mostImported } from '../../lib/protocol/replay-calls';
import { Button } from '../ui/button';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import { ReplayReport } from './replay-report';
import { useStudio } from './studio-context';
import { useReplay } from './use-replay';

/** Before a base is published: what customers' real questions would be answered with. */
export function ReplayDialog({ base }: { readonly base: string }) {
  const { team, t } = useStudio();
  const [text, setText] = useState('');
  const { found, ask } = useReplay(team, base);
  const again = (event: FormEvent) => {
    event.preventDefault();
    ask(text.split('\n').filter((line) => line.trim() !== ''));
  };
  const isWorking = found === 'working';
  return (
    <Dialog title={t('replay.name')} wide>
      <div className={styles.body}>
        {typeof found === 'string' ? (
          <p role="status">{t(`replay.${found}`)}</p>
        ) : (
          <ReplayReport report={found} />
        )}
        <form className={styles.field} onSubmit={again}>
          <label htmlFor="replay-more">
            <span>{t('replay.more')}</span>
          </label>
          <textarea
            id="replay-more"
            rows={4}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <small>{t('replay.more.hint', { count: mostImported })}</small>
          <div className={styles.buttons}>
            <Button type="submit" disabled={isWorking || text.trim() === ''}>
              {t('replay.again')}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
