import { useState } from 'react';
import type { Role } from '../protocol/hub-sync';
import type { TeamStatus } from '../protocol/team-calls';

export type RoleNews = {
  readonly role: Role;
  /** Undefined: in the whole organisation. */
  readonly base: string | undefined;
};

/** What somebody else changed of this person's roles since the page showed them first. */
export function useRoleNews(team: TeamStatus): {
  readonly news: RoleNews | undefined;
  dismiss(): void;
} {
  const [before, setBefore] = useState(team);
  const [news, setNews] = useState<RoleNews>();
  if (before !== team) {
    setBefore(team);
    const changed = changedRole(before, team);
    if (changed !== undefined) setNews(changed);
    else if (before.state !== 'none' && team.state === 'none') setNews(undefined);
  }
  return { news, dismiss: () => setNews(undefined) };
}

/** A role that the person had before as well; one's first role is no change. */
function changedRole(before: TeamStatus, now: TeamStatus): RoleNews | undefined {
  if (before.state === 'none' || now.state === 'none' || now.state === 'removed') return undefined;
  if (before.role !== null && now.role !== null && before.role !== now.role) {
    return { role: now.role, base: undefined };
  }
  const changed = now.bases.find(({ kb, role }) =>
    before.bases.some((held) => held.kb === kb && held.role !== role),
  );
  return changed === undefined ? undefined : { role: changed.role, base: changed.kb };
}
