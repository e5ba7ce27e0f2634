import type { SyncReply } from '../../lib/protocol/hub-sync.ts';
import { hubVersion, oldestUnderstanding } from '../../lib/protocol/hub-version.ts';
import { basesOf, headOf } from './bases.ts';
import { eventMark } from './events.ts';
import type { Hub } from './hub.ts';
import { refusedMark } from './marks.ts';
import { type Member, roleIn } from './members.ts';
import { recipesMark } from './recipes.ts';
import { nameOfTeam } from './rename-team.ts';

/** All that a member may read, and where each base stands. */
export async function syncState(hub: Hub, member: Member): Promise<SyncReply> {
  // In one transaction, so that the wall is set up once for all of it.
  return hub.database.transaction(async (sql) => {
    const bases: SyncReply['bases'] = [];
    for (const row of await basesOf(sql, member.organisation)) {
      const role = roleIn(member, row.id);
      if (role === undefined) continue;
      const head = await headOf(sql, row);
      bases.push({ kb: row.id, readKey: row.read_key, role, head });
    }
    return {
      speaks: hubVersion,
      understoodFrom: oldestUnderstanding,
      deviceHw: await eventMark(sql, member),
      organisation: await nameOfTeam(sql, member.organisation),
      recipes: await recipesMark(sql, member.organisation),
      refused: await refusedMark(sql, member.organisation),
      role: roleIn(member, '*') ?? null,
      bases,
    };
  });
}
