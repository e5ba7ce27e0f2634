import * as v from 'valibot';
import type { OpenInvite } from '../../lib/protocol/hub-people.ts';
import { mayDo, roles } from '../../lib/protocol/hub-sync.ts';
import { big } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import { type Member, roleIn } from './members.ts';
import { Refusal } from './refusal.ts';

const row = v.object({
  id: v.string(),
  kb: v.string(),
  role: v.picklist(roles),
  by: v.nullable(v.string()),
  expiresAt: big,
});
/** A piece of the secret's hash: it names the invite, and opens nothing. */
const idOf = 'left(secret_hash, 24)';

/** The invites that can still be used, the next to expire first. */
export async function openInvites(
  { database, now }: Hub,
  { organisation }: Member,
): Promise<OpenInvite[]> {
  return database.rows(
    row,
    `select ${idOf} as id, kb, role, person.name as by, expires_at as "expiresAt"
     from invite left join person on person.id = invite.made_by
     where invite.organisation = $1 and used_at is null and expires_at > $2
     order by expires_at, secret_hash`,
    [organisation, now()],
  );
}

/** Makes an open invite worth nothing. */
export async function takeBackInvite(hub: Hub, by: Member, id: string): Promise<void> {
  await hub.database.transaction(async (sql) => {
    const [invite] = await sql.rows(
      v.object({ kb: v.string(), role: v.picklist(roles) }),
      `select kb, role from invite
       where organisation = $1 and used_at is null and ${idOf} = $2 for update`,
      [by.organisation, id],
    );
    if (invite === undefined) throw new Refusal(404, 'There is no such invite');
    const own = roleIn(by, invite.kb);
    if (own === undefined || !mayDo(own, invite.role)) {
      throw new Refusal(403, 'This role is above yours');
    }
    await sql.run(
      `delete from invite where organisation = $1 and used_at is null and ${idOf} = $2`,
      [by.organisation, id],
    );
    const about = `${invite.role} of ${invite.kb}`;
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'took back invite', about });
  });
}
