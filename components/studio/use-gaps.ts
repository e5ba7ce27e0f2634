import { useState } from 'react';
import type { GapDesk } from '../../lib/faces/gap-desk';
import type { ResultOf } from '../../lib/protocol/brain-calls';
import { useHeard } from './use-heard';
import { useInOrder } from './use-in-order';
import { usePolled } from './use-polled';

type Known = ResultOf<'gaps.list'>;

/** Agents send them; the hub tells of it, where its stream gets through. */
const lookEveryMs = 5_000;

/** The team's unanswered questions while they are looked at; null until the hub has told. */
export function useGaps(
  desk: GapDesk,
  isAsked: boolean,
  key?: unknown,
): { readonly known: Known; readonly look: () => void } {
  const [known, setKnown] = useState<Known>(null);
  const inOrder = useInOrder();
  const look = () => {
    if (!isAsked) return;
    const isNewest = inOrder();
    desk.list().then(
      (list) => isNewest() && setKnown(list),
      () => {},
    );
  };
  usePolled(look, lookEveryMs, isAsked, key);
  useHeard(isAsked ? desk.onChange : undefined, look);
  return { known: isAsked ? known : null, look };
}
