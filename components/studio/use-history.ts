import { useEffect, useState } from 'react';
import type { TeamStore } from '../../lib/faces/team-store';
import type { Revision, RevisionsReply } from '../../lib/protocol/hub-history';
import type { HubRefusal } from '../../lib/protocol/team-page-calls';
import { usePolled } from './use-polled';

export type History = {
  /** The newest first. */
  readonly revisions: readonly Revision[];
  /** How many older ones there are. */
  readonly more: number;
  readonly panels: RevisionsReply['panels'];
  /** How the last question for it ended. */
  readonly load: 'loading' | 'told' | HubRefusal;
  showOlder(): void;
  refresh(): void;
};
type Known = Pick<History, 'revisions' | 'more' | 'panels' | 'load'>;

/** How often it is asked who has what, and whether somebody published. */
const lookEveryMs = 2_000;
const nothing: Known = { revisions: [], more: 0, panels: [], load: 'loading' };

/** What was published in a base, kept up to date while it is looked at. */
export function useHistory(team: TeamStore, base: string | undefined, key: unknown): History {
  const [known, setKnown] = useState(nothing);
  const [asked, setAsked] = useState(base);
  if (asked !== base) {
    setAsked(base);
    setKnown(nothing);
  }
  const isCurrent = useIsCurrent(base);

  const look = (before: number | null) => {
    if (base === undefined) return;
    team.actions.ask('team.history', { base, before }).then(
      (answer) => {
        if (!isCurrent(base)) return;
        if (answer.outcome !== 'told') setKnown((held) => ({ ...held, load: answer.outcome }));
        else setKnown((held) => merged(held, answer.reply, before));
      },
      () => isCurrent(base) && setKnown((held) => ({ ...held, load: 'unreachable' })),
    );
  };
  usePolled(() => look(null), lookEveryMs, base, key);
  return {
    ...known,
    showOlder: () => look(known.revisions.at(-1)?.version ?? null),
    refresh: () => look(null),
  };
}

function merged(held: Known, reply: RevisionsReply, before: number | null): Known {
  const fresh = reply.revisions;
  const [newest, oldest] = [fresh[0], fresh.at(-1)];
  const others = held.revisions.filter(({ version }) =>
    newest === undefined || oldest === undefined
      ? before !== null
      : version > newest.version || version < oldest.version,
  );
  const revisions = [...others, ...fresh].toSorted((one, other) => other.version - one.version);
  const hasOlder = (others.at(-1)?.version ?? Number.POSITIVE_INFINITY) < (oldest?.version ?? 0);
  return {
    revisions,
    more: hasOlder ? held.more : reply.more,
    panels: reply.panels,
    load: 'told',
  };
}

/** Whether an answer is still the one that is waited for. */
function useIsCurrent(base: string | undefined): (asked: string) => boolean {
  const [current] = useState({ base });
  useEffect(() => {
    current.base = base;
    return () => {
      current.base = undefined;
    };
  }, [base, current]);
  return (asked) => current.base === asked;
}
