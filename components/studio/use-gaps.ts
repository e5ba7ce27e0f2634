import { useCallback, useEffect, useState } from 'react';
import type { GapDesk } from '../../lib/faces/gap-desk';
import type { ResultOf } from '../../lib/protocol/brain-calls';

type Known = ResultOf<'gaps.list'>;

const lookEveryMs = 10_000;

/** The team's unanswered questions while they are looked at; null until the hub has told. */
export function useGaps(
  desk: GapDesk,
  isAsked: boolean,
): { readonly known: Known; readonly look: () => void } {
  const [known, setKnown] = useState<Known>(null);
  const look = useCallback(() => {
    if (!isAsked || document.hidden) return;
    desk.list().then(setKnown, () => {});
  }, [desk, isAsked]);
  useEffect(() => {
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [look]);
  return { known: isAsked ? known : null, look };
}
