import { useState } from 'react';
import type { TeamStore } from '../../lib/faces/team-store';
import type { OpenInvite, Person } from '../../lib/protocol/hub-people';
import type { HubRefusal } from '../../lib/protocol/team-page-calls';
import { useInOrder } from './use-in-order';
import { usePolled } from './use-polled';

export type People = {
  readonly people: readonly Person[];
  /** Null for who may not see them. */
  readonly invites: readonly OpenInvite[] | null;
  /** How the last question for them ended. */
  readonly load: 'loading' | 'told' | HubRefusal;
  refresh(): void;
};

/** How often it is asked who joined and who is there. */
const lookEveryMs = 3_000;

/** Who is in the team, kept up to date while it is looked at; asked anew with each other key. */
export function usePeople(team: TeamStore, key: unknown): People {
  const [known, setKnown] = useState<Omit<People, 'refresh'>>({
    people: [],
    invites: null,
    load: 'loading',
  });
  const inOrder = useInOrder();
  const refresh = () => {
    const isNewest = inOrder();
    const take = (next: (held: Omit<People, 'refresh'>) => Omit<People, 'refresh'>) => {
      if (isNewest()) setKnown(next);
    };
    team.actions.ask('team.people', null).then(
      (answer) =>
        answer.outcome === 'told'
          ? take(() => ({ ...answer.reply, load: 'told' }))
          : take((held) => ({ ...held, load: answer.outcome })),
      () => take((held) => ({ ...held, load: 'unreachable' })),
    );
  };
  usePolled(refresh, lookEveryMs, key);
  return { ...known, refresh };
}
