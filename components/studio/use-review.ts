import { useCallback, useState } from 'react';
import type { ReviewDesk } from '../../lib/faces/review-desk';
import type { ResultOf } from '../../lib/protocol/brain-calls';
import type { Proposal } from '../../lib/protocol/hub-review';
import { useHeard } from './use-heard';
import { useInOrder } from './use-in-order';
import { usePolled } from './use-polled';

type ReviewList = ResultOf<'review.list'>;

/** Whether it waits for somebody, or for its time. */
export const isOpenProposal = ({ state }: Proposal) =>
  state === 'waiting' || state === 'scheduled' || state === 'stuck';

/** Others hand in and decide, too; the hub tells of it, where its stream gets through. */
const lookEveryMs = 3_000;

/** What is handed in of a base, while it is looked at; null until the hub has told. */
export function useReview(
  desk: ReviewDesk,
  base: string | undefined,
  key?: unknown,
): { readonly list: ReviewList; readonly look: () => void } {
  const [known, setKnown] = useState<{ base: string; list: ReviewList }>();
  const inOrder = useInOrder();
  const look = () => {
    if (base === undefined) return;
    const isNewest = inOrder();
    desk.list(base).then(
      (list) => isNewest() && setKnown({ base, list }),
      () => {},
    );
  };
  usePolled(look, lookEveryMs, base, key);
  const listen = useCallback(
    (listener: () => void) => desk.onChange(base ?? '', listener),
    [desk, base],
  );
  useHeard(base === undefined ? undefined : listen, look);
  return { list: known?.base === base ? (known?.list ?? null) : null, look };
}
