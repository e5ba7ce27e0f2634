import type { Membership } from '../store/team-rows';
import type { Knowledge } from './knowledge';
import type { Team } from './team';

/** Makes this machine a member's, and gets the team's answers. */
export async function enterTeam(
  team: Team,
  knowledge: Knowledge,
  membership: Membership,
): Promise<void> {
  await leaveTeam(team, knowledge);
  await team.store.changeTeam({ membership });
}

/** Leaves nothing of the team on this machine. */
export async function leaveTeam(team: Team, knowledge: Knowledge): Promise<void> {
  team.stop();
  const kbs = team.store.team().bases.map(({ kb }) => kb);
  await team.store.changeTeam({ membership: null, wipe: kbs });
  for (const kb of kbs) await knowledge.remove(kb);
}

/** The number of the last event: those before are from before the machine joined. */
export const lastEvent = async ({ store }: Team): Promise<number> =>
  (await store.readEvents(0, Number.MAX_SAFE_INTEGER)).at(-1)?.seq ?? 0;
