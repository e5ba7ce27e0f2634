import { useState } from 'react';
import type { TeamStore } from '../../lib/faces/team-store';
import type { Deed } from '../../lib/protocol/hub-people';
import { useNews } from './use-news';
import { usePolled } from './use-polled';

type Known = {
  /** The newest first. */
  readonly deeds: readonly Deed[];
  /** How many older ones there are. */
  readonly more: number;
};

/** How often it is asked what others did, and once more what could not be had. */
const lookEveryMs = 3_000;

/** Who did what in the team, kept up to date while it is looked at; asked anew with each other key. */
export function useAudit(team: TeamStore, key: unknown): Known & { showOlder(): void } {
  const [known, setKnown] = useState<Known>({ deeds: [], more: 0 });
  const look = (offset: number) => {
    team.actions.ask('team.audit', { offset }).then(
      (answer) =>
        answer.outcome === 'told' && setKnown((held) => merged(held, answer.reply, offset)),
      () => {},
    );
  };
  usePolled(() => look(0), lookEveryMs, key, useNews());
  return { ...known, showOlder: () => look(known.deeds.length) };
}

function merged({ deeds: held }: Known, fresh: Known, offset: number): Known {
  const ids = new Set(fresh.deeds.map(({ id }) => id));
  const others = held.filter(({ id }) => !ids.has(id));
  // So much was done meanwhile that something between is missing.
  if (offset === 0 && others.length === held.length) return fresh;
  const deeds = [...fresh.deeds, ...others].toSorted((one, other) => other.at - one.at);
  const all = offset + fresh.deeds.length + fresh.more;
  return { deeds, more: Math.max(0, all - deeds.length) };
}
