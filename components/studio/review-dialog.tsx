import { useState } from 'react';
import { useTeam } from '../../lib/faces/use-team';
import type { TextKey } from '../../lib/i18n/translate';
import type { Proposal } from '../../lib/protocol/hub-review';
import { mayDo } from '../../lib/protocol/hub-sync';
import type { Reviewed } from '../../lib/protocol/review-calls';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import review from './review.module.css';
import { ReviewRow } from './review-row';
import { ReviewRule } from './review-rule';
import { useStudio } from './studio-context';
import { isOpenProposal, useReview } from './use-review';

/** What waits for review or its time in a base, and what was decided last. */
export function ReviewDialog({ base }: { readonly base: string }) {
  const { team: store, t } = useStudio();
  const team = useTeam(store);
  const { list, look } = useReview(store.review, base);
  const [told, setTold] = useState<TextKey>();
  const proposals = list?.proposals ?? [];
  const open = proposals.filter(isOpenProposal);
  const decided = proposals.filter((each) => !isOpenProposal(each));
  const role = team.bases.find(({ kb }) => kb === base)?.role;
  const onDecided = (outcome: Reviewed['outcome']) => {
    setTold(outcome === 'waiting' ? 'review.closed' : `review.${outcome}`);
    look();
  };
  const rows = (of: readonly Proposal[]) => (
    <ul className={review.list}>
      {of.map((proposal) => (
        <ReviewRow key={proposal.id} base={base} proposal={proposal} onDecided={onDecided} />
      ))}
    </ul>
  );
  return (
    <Dialog title={t('review.name')} wide>
      <div className={styles.body}>
        {told !== undefined && <p role="alert">{t(told)}</p>}
        {open.length === 0 ? <p>{t('review.none')}</p> : rows(open)}
        {decided.length > 0 && (
          <details className={review.decided}>
            <summary>{t('review.decided')}</summary>
            {rows(decided)}
          </details>
        )}
        {list !== null && role !== undefined && mayDo(role, 'admin') && (
          <ReviewRule base={base} approvals={list.approvals} onChanged={look} />
        )}
      </div>
    </Dialog>
  );
}
