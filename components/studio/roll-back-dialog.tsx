import { useState } from 'react';
import type { ChangeCounts } from '../../lib/protocol/hub-history';
import { Button } from '../ui/button';
import { ChangeCountsLine } from './change-counts-line';
import { Dialog } from './dialog';
import dialog from './dialog.module.css';
import styles from './history-page.module.css';
import { refusalWords } from './refusal-words';
import { RevisionChanges } from './revision-changes';
import { useStudio } from './studio-context';

type Wish = Extract<
  NonNullable<ReturnType<typeof useStudio>['state']['dialog']>,
  { kind: 'roll-back' }
>;

/** Asks once, with what will change, before every panel goes back. */
export function RollBackDialog({ wish }: { readonly wish: Wish }) {
  const { team, actions, t } = useStudio();
  const [why, setWhy] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [told, setTold] = useState('');
  const [counts, setCounts] = useState<ChangeCounts>();
  const { base, to, from } = wish;
  const { number } = to;
  const isNothing = counts !== undefined && counts.added + counts.changed + counts.removed === 0;
  const rollBack = async () => {
    setWorking(true);
    setTold('');
    const { outcome } = await team.actions
      .ask('team.roll-back', { base, from, to: to.version, why: why.trim() })
      .catch(() => ({ outcome: 'unreachable' }) as const);
    setWorking(false);
    if (outcome === 'conflict') setTold(t('history.roll-back.moved'));
    else if (outcome !== 'done') setTold(t(refusalWords(outcome)));
    else {
      actions.closeDialog();
      actions.say({ kind: 'team', words: t('history.roll-back.done', { number }) });
    }
  };
  return (
    <Dialog wide busy={isWorking} title={t('history.roll-back.title', { number })}>
      <form
        className={dialog.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWorking && !isNothing) void rollBack();
        }}
      >
        <p>{t('history.roll-back.hint')}</p>
        {counts !== undefined && (
          <p data-counts>
            <b>
              {isNothing ? t('history.roll-back.nothing') : <ChangeCountsLine counts={counts} />}
            </b>
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
        <section className={styles.preview} aria-label={t('history.roll-back.list')} tabIndex={0}>
          <RevisionChanges kb={base} from={from} to={to.version} onCounts={setCounts} />
        </section>
        <label className={dialog.field}>
          <span>{t('history.roll-back.why')}</span>
          <input
            type="text"
            maxLength={2_000}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
        </label>
        {told !== '' && <p role="alert">{told}</p>}
        <div className={dialog.buttons}>
          <Button disabled={isWorking} onClick={() => actions.closeDialog()}>
            {t('studio.cancel')}
          </Button>
          <Button type="submit" look="primary" disabled={isWorking || isNothing}>
            {t(isWorking ? 'history.roll-back.working' : 'history.roll-back.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
