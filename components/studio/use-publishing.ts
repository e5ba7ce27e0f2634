import { useState } from 'react';
import type { TeamStore } from '../../lib/faces/team-store';
import type { TextKey } from '../../lib/i18n/translate';
import type { Params, ResultOf } from '../../lib/protocol/brain-calls';
import type { Published } from '../../lib/protocol/team-calls';
import { useInOrder } from './use-in-order';
import { usePolled } from './use-polled';

type Known = ResultOf<'team.changes'>;

export type Publishing = Known & {
  readonly isWorking: boolean;
  /** Titles of answers that others changed meanwhile. */
  readonly conflict: readonly string[];
  /** What went wrong with the last try. */
  readonly told: TextKey | undefined;
  /** What became of what was handed in. */
  readonly done: TextKey | undefined;
  publish(base: string, why: string, overwrite: boolean, onDone: () => void): void;
  /** Leaves the changes to others' review, or to the clock. */
  handIn(base: string, why: string, times: Times, onDone: () => void): void;
  share(base: string): void;
};
type Times = Pick<Params<'review.hand-in'>, 'publishAt' | 'expireAt'>;

/** How often it is asked which panels have the newest. */
const lookEveryMs = 1_500;
const nothing: Known = { changes: [], panels: null };

/** Publishing the base that is looked at; asks while it is looked at, and with each other key, who has what. */
export function usePublishing(team: TeamStore, base: string | undefined, key: unknown): Publishing {
  const [known, setKnown] = useState<{ base: string; found: Known }>();
  const [isWorking, setWorking] = useState(false);
  const [conflict, setConflict] = useState<readonly string[]>([]);
  const [told, setTold] = useState<TextKey>();
  const [done, setDone] = useState<TextKey>();

  const inOrder = useInOrder();
  const look = () => {
    if (base === undefined) return;
    const isNewest = inOrder();
    team.actions.changes(base).then(
      (found) => isNewest() && setKnown({ base, found }),
      () => {},
    );
  };
  usePolled(look, lookEveryMs, base, key);

  const run = (work: Promise<Published>, onDone: () => void) => {
    setWorking(true);
    setTold(undefined);
    setDone(undefined);
    setConflict([]);
    work
      .then(
        (result) => {
          if (result.outcome === 'conflict') setConflict(result.titles);
          else if (result.outcome === 'published') onDone();
          else setTold(`publish.${result.outcome}`);
        },
        () => setTold('publish.unreachable'),
      )
      .finally(() => setWorking(false));
  };
  return {
    ...(known?.base === base ? (known?.found ?? nothing) : nothing),
    isWorking,
    conflict,
    told,
    done,
    publish: (base, why, overwrite, onDone) =>
      run(team.actions.publish(base, why, overwrite), onDone),
    handIn(base, why, times, onDone) {
      setWorking(true);
      setTold(undefined);
      setDone(undefined);
      setConflict([]);
      team.review
        .handIn({ base, why, ...times })
        .then(
          ({ outcome }) => {
            if (outcome === 'unreachable' || outcome === 'refused' || outcome === 'conflict') {
              setTold(`review.${outcome}`);
              return;
            }
            setDone(outcome === 'waiting' ? 'review.handed-in' : `review.${outcome}`);
            onDone();
          },
          () => setTold('publish.unreachable'),
        )
        .finally(() => setWorking(false));
    },
    share: (base) => run(team.actions.share(base), () => {}),
  };
}
