import * as v from 'valibot';
import { deedSchema } from '../../lib/protocol/hub-people.ts';
import { big } from '../store/sql.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';

const row = v.object({ ...deedSchema.entries, at: big });
const mostListed = 50;

/** Who did what, the newest first; what was published is told with it. */
export async function readAudit(
  { database }: Hub,
  { organisation }: Member,
  offset: number,
): Promise<{ deeds: v.InferOutput<typeof row>[]; more: number }> {
  const [{ count } = { count: 0 }] = await database.rows(
    v.object({ count: big }),
    `select (select count(*) from audit where organisation = $1)
       + (select count(*) from revision where organisation = $1) as count`,
    [organisation],
  );
  const deeds = await database.rows(
    row,
    `select told.id, told.at, person.name as by, deed, about,
       coalesce(whom.name, owner.name) as whom
     from (select id, at, person, deed, about from audit where organisation = $1
           union all
           select kb || '/' || version, at, person,
             case when rollback_to is null then 'published' else 'rolled back' end, kb
           from revision where organisation = $1) as told
     left join person on person.id = told.person
     left join person as whom on whom.id = split_part(about, ' ', 1)
       and whom.organisation = $1
     left join device on device.id = about
     left join person as owner on owner.id = device.person and owner.organisation = $1
     order by told.at desc, told.id desc limit ${mostListed} offset $2`,
    [organisation, offset],
  );
  return { deeds, more: Math.max(0, count - offset - deeds.length) };
}
