import { useCallback, useEffect, useState } from 'react';
import type { ReviewDesk } from '../../lib/faces/review-desk';
import type { ResultOf } from '../../lib/protocol/brain-calls';
import type { Proposal } from '../../lib/protocol/hub-review';

type ReviewList = ResultOf<'review.list'>;

/** Whether it waits for somebody, or for its time. */
export const isOpenProposal = ({ state }: Proposal) =>
  state === 'waiting' || state === 'scheduled' || state === 'stuck';

/** Others hand in and decide, too. */
const lookEveryMs = 3_000;

/** What is handed in of a base, while it is looked at; null until the hub has told. */
export function useReview(
  desk: ReviewDesk,
  base: string | undefined,
): { readonly list: ReviewList; readonly look: () => void } {
  const [known, setKnown] = useState<{ base: string; list: ReviewList }>();
  const look = useCallback(() => {
    if (base === undefined || document.hidden) return;
    desk.list(base).then(
      (list) => setKnown({ base, list }),
      () => {},
    );
  }, [desk, base]);
  useEffect(() => {
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [look]);
  return { list: known?.base === base ? (known?.list ?? null) : null, look };
}
