import * as v from 'valibot';
import type { Membership } from '../store/team-rows';
import { askHub } from './ask-hub';
import type { Team } from './team';

/** Makes this machine a member's, and gets the team's answers. */
export async function enterTeam(team: Team, membership: Membership): Promise<void> {
  await withoutTeam(team, async () => {
    // The new team has let this machine in already: whatever the one before says, it goes there.
    await sayGoodbye(team);
    return true;
  });
  await team.store.changeTeam({ membership });
}

/** Leaves nothing of the team on this machine, unless the hub says that its administrator must stay. */
export async function leaveTeam(team: Team): Promise<'left' | 'last-admin'> {
  const hasLeft = await withoutTeam(team, async () => (await sayGoodbye(team)) !== 'conflict');
  return hasLeft ? 'left' : 'last-admin';
}

/** Takes the team off this machine if the goodbye ends well. */
async function withoutTeam(team: Team, mayGo: () => Promise<boolean>) {
  // Before the hub ends the stream, and not amid a synchronisation: either would take the end of
  // the token for access that was taken away.
  team.stop();
  return team.sync.alone(async () => {
    if (!(await mayGo())) return false;
    const kbs = team.store.team().bases.map(({ kb }) => kb);
    await team.store.changeTeam({ membership: null, wipe: kbs });
    await team.forget(kbs);
    return true;
  });
}

/** A hub that does not answer keeps nobody: so long it is waited for. */
const longestGoodbyeMs = 10_000;

/** Has the hub forget this machine's token, if it can be reached. */
async function sayGoodbye({ store, link }: Team) {
  const { membership } = store.team();
  if (membership === undefined || membership.removed) return undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<undefined>((resolve) => {
    waiting = setTimeout(() => resolve(undefined), longestGoodbyeMs);
  });
  const question = { path: '/v1/leave', body: {} };
  const told = await Promise.race([askHub(link, membership, question, v.object({})), waited]);
  clearTimeout(waiting);
  return told?.outcome;
}

/** The number of the last event: those before are from before the machine joined. */
export const lastEvent = async ({ store }: Team): Promise<number> =>
  (await store.readEvents(0, Number.MAX_SAFE_INTEGER)).at(-1)?.seq ?? 0;
