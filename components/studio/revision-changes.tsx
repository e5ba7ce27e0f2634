import { useEffect, useState } from 'react';
import type { ChangeCounts } from '../../lib/protocol/hub-history';
import type { ChangedEntry, HubRefusal } from '../../lib/protocol/team-page-calls';
import { Button } from '../ui/button';
import { ChangedEntryView } from './changed-entry-view';
import styles from './history-page.module.css';
import { refusalWords } from './refusal-words';
import { useStudio } from './studio-context';

type RevisionChangesProps = {
  readonly kb: string;
  readonly from: number;
  readonly to: number;
  readonly onCounts?: (counts: ChangeCounts) => void;
};
type Known = {
  readonly changes: readonly ChangedEntry[];
  readonly more: number;
  readonly load: 'loading' | 'told' | HubRefusal;
};

/** What differs between two versions, answer by answer. */
export function RevisionChanges({ kb, from, to, onCounts }: RevisionChangesProps) {
  const { team, t, tn } = useStudio();
  const [known, setKnown] = useState<Known>({ changes: [], more: 0, load: 'loading' });
  const look = async (offset: number, isOver: () => boolean = () => false) => {
    const asked = { base: kb, from, to, offset };
    const answer = await team.actions
      .ask('team.diff', asked)
      .catch(() => ({ outcome: 'unreachable' }) as const);
    if (isOver()) return;
    if (answer.outcome !== 'told') {
      setKnown((held) => ({ ...held, load: answer.outcome }));
      return;
    }
    const { changes, more, counts } = answer.reply;
    setKnown((held) => ({
      changes: [...held.changes.slice(0, offset), ...changes],
      more,
      load: 'told',
    }));
    onCounts?.(counts);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each stretch of versions
  useEffect(() => {
    let isOver = false;
    void look(0, () => isOver);
    return () => {
      isOver = true;
    };
  }, [kb, from, to]);
  const { changes, more, load } = known;
  return (
    <>
      {load === 'loading' && <p className={styles.hint}>{t('studio.loading')}</p>}
      {changes.map((entry) => (
        <ChangedEntryView key={entry.id} entry={entry} />
      ))}
      {load !== 'loading' && load !== 'told' && (
        <p className={styles.hint} role="alert">
          {t(refusalWords(load))}
        </p>
      )}
      {more > 0 && (
        <Button small className={styles.more} onClick={() => void look(changes.length)}>
          {tn('history.look.more', more)}
        </Button>
      )}
    </>
  );
}
