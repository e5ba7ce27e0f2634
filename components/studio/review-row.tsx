import { useState } from 'react';
import type { Proposal } from '../../lib/protocol/hub-review';
import type { Reviewed } from '../../lib/protocol/review-calls';
import { Button } from '../ui/button';
import { Unseen } from '../ui/unseen';
import styles from './review.module.css';
import { ReviewLook } from './review-look';
import { useStudio } from './studio-context';
import { isOpenProposal } from './use-review';

type ReviewRowProps = {
  readonly base: string;
  readonly proposal: Proposal;
  readonly onDecided: (outcome: Reviewed['outcome']) => void;
};

/** One proposal: whose, why, when and how it stands; opened, what it changes. */
export function ReviewRow({ base, proposal, onDecided }: ReviewRowProps) {
  const { language, t } = useStudio();
  const [isOpen, setOpen] = useState(false);
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const { why, by, isMine, at, state, approvedBy, needed, publishAt, expireAt, word } = proposal;
  const time = times.format(at);
  const facts = [
    isMine ? t('review.mine', { time }) : t('review.by', { name: by, time }),
    ...(needed > 0 ? [t('review.approvals', { count: approvedBy.length, needed })] : []),
    ...(approvedBy.length > 0 ? [t('review.approved-by', { names: approvedBy.join(', ') })] : []),
    ...(publishAt === null ? [] : [t('review.at', { time: times.format(publishAt) })]),
    ...(expireAt === null ? [] : [t('review.until', { time: times.format(expireAt) })]),
  ];
  const title = why === '' ? t('review.no-why') : why;
  const isDecided = !isOpenProposal(proposal);
  return (
    <li className={styles.row} data-proposal={state}>
      <div className={styles.head}>
        <b>{title}</b>
        <span className={styles.state}>{t(`review.state.${state}`, { word })}</span>
      </div>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {!isDecided && (
        <Button small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('review.look')}
          <Unseen>: {title}</Unseen>
        </Button>
      )}
      {isOpen && !isDecided && (
        <ReviewLook base={base} proposal={proposal} title={title} onDecided={onDecided} />
      )}
    </li>
  );
}
