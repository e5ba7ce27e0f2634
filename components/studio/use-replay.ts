import { useCallback, useEffect, useState } from 'react';
import type { TeamStore } from '../../lib/faces/team-store';
import type { ResultOf } from '../../lib/protocol/brain-calls';
import { mostImported } from '../../lib/protocol/replay-calls';

type Replay = ResultOf<'replay.run'>;
export type ReplayDone = Extract<Replay, { outcome: 'done' }>;
type Found = ReplayDone | 'working' | 'failed' | Exclude<Replay, ReplayDone>['outcome'];

/** Replays real questions at once, and again with whatever is brought along. */
export function useReplay(
  { actions }: TeamStore,
  base: string,
): { readonly found: Found; readonly ask: (imported: readonly string[]) => void } {
  const [found, setFound] = useState<Found>('working');
  const ask = useCallback(
    (imported: readonly string[]) => {
      setFound('working');
      actions.replay(base, imported.slice(0, mostImported)).then(
        (result) => setFound(result.outcome === 'done' ? result : result.outcome),
        () => setFound('failed'),
      );
    },
    [actions, base],
  );
  useEffect(() => ask([]), [ask]);
  return { found, ask };
}
