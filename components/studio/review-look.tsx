import { useEffect, useState } from 'react';
import type { Params } from '../../lib/protocol/brain-calls';
import type { Proposal } from '../../lib/protocol/hub-review';
import type { Proposed, Reviewed } from '../../lib/protocol/review-calls';
import { Button } from '../ui/button';
import field from '../ui/field.module.css';
import { Unseen } from '../ui/unseen';
import { ChangedEntryView } from './changed-entry-view';
import styles from './review.module.css';
import { useStudio } from './studio-context';

type ReviewLookProps = {
  readonly base: string;
  readonly proposal: Proposal;
  readonly title: string;
  readonly onDecided: (outcome: Reviewed['outcome']) => void;
};

/** What a proposal changes, and the decision, which nobody makes without seeing it. */
export function ReviewLook({ base, proposal, title, onDecided }: ReviewLookProps) {
  const { team, t } = useStudio();
  const [diff, setDiff] = useState<Proposed | null>();
  const [word, setWord] = useState('');
  const [asked, setAsked] = useState(0);
  const [isWorking, setWorking] = useState(false);
  const { id, mayApprove, isMine } = proposal;

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a conflict it is another difference
  useEffect(() => {
    let isOver = false;
    team.review.diff(base, id).then(
      (found) => !isOver && setDiff(found),
      () => !isOver && setDiff(null),
    );
    return () => {
      isOver = true;
    };
  }, [team, base, id, asked]);

  const decide = (decision: Params<'review.decide'>['decision']) => {
    setWorking(true);
    team.review
      .decide(base, id, decision)
      .then(
        ({ outcome }) => {
          if (outcome === 'conflict') setAsked(asked + 1);
          onDecided(outcome);
        },
        () => onDecided('unreachable'),
      )
      .finally(() => setWorking(false));
  };

  if (diff === undefined) return <p className={styles.facts}>{t('review.loading')}</p>;
  if (diff === null) return <p role="alert">{t('review.unreachable')}</p>;
  const hasMoved = diff.changes.some(({ moved }) => moved);
  const about = <Unseen>: {title}</Unseen>;
  return (
    <div className={styles.look}>
      {diff.changes.map((change) => (
        <ChangedEntryView
          key={change.id}
          entry={change}
          warning={change.moved ? t('review.moved') : undefined}
        />
      ))}
      <div className={styles.choices}>
        {mayApprove && (
          <>
            <input
              className={field.field}
              type="text"
              maxLength={2_000}
              aria-label={t('review.word')}
              placeholder={t('review.word')}
              value={word}
              onChange={({ target }) => setWord(target.value)}
            />
            <Button
              disabled={isWorking || word.trim() === ''}
              onClick={() => decide({ deed: 'refuse', word })}
            >
              {t('review.refuse')}
              {about}
            </Button>
            <Button
              look="primary"
              disabled={isWorking}
              onClick={() => decide({ deed: 'approve', seen: diff.version, overwrite: hasMoved })}
            >
              {t(hasMoved ? 'review.approve.over' : 'review.approve')}
              {about}
            </Button>
          </>
        )}
        {isMine && (
          <Button disabled={isWorking} onClick={() => decide({ deed: 'withdraw' })}>
            {t('review.withdraw')}
            {about}
          </Button>
        )}
      </div>
    </div>
  );
}
