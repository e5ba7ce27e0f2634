import type { SyncReply } from '../../lib/protocol/hub-sync.ts';
import { basesOf, headOf } from './bases.ts';
import { eventMark } from './events.ts';
import type { Hub } from './hub.ts';
import { type Member, roleIn } from './members.ts';

/** All that a member may read, and where each base stands. */
export async function syncState(hub: Hub, member: Member): Promise<SyncReply> {
  const bases: SyncReply['bases'] = [];
  for (const row of await basesOf(hub.database, member.organisation)) {
    const role = roleIn(member, row.id);
    if (role === undefined) continue;
    const head = await headOf(hub.database, row);
    bases.push({ kb: row.id, readKey: row.read_key, role, head });
  }
  return { deviceHw: await eventMark(hub, member), role: roleIn(member, '*') ?? null, bases };
}
