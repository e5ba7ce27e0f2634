import * as v from 'valibot';
import { deedSchema } from '../../lib/protocol/hub-people.ts';
import { big } from '../store/sql.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';

const row = v.object({
  ...deedSchema.entries,
  at: big,
  revision: v.nullable(big),
  approvedBy: v.array(v.string()),
});
const mostListed = 50;

/**
 * Each deed once: a publication is told by its revision. Older hubs noted what a review published
 * beside that.
 */
const told = `
  select id, at, person, deed, about, null as version, null as proposal from audit
  where organisation = $1 and not (deed = 'published' and exists
    (select 1 from revision
     where organisation = $1 and proposal = split_part(audit.about, ' ', 1)))
  union all
  select kb || '/' || version, at, person,
    case when rollback_to is null then 'published' else 'rolled back' end, kb, version, proposal
  from revision where organisation = $1`;

/** Who did what, the newest first; what was published is told with it. */
export async function readAudit(
  { database }: Hub,
  { organisation }: Member,
  offset: number,
): Promise<{ deeds: v.InferOutput<typeof row>[]; more: number }> {
  const [{ count } = { count: 0 }] = await database.rows(
    v.object({ count: big }),
    `select count(*) as count from (${told}) as told`,
    [organisation],
  );
  const deeds = await database.rows(
    row,
    `select told.id, told.at, person.name as by, deed, about,
       coalesce(whom.name, owner.name) as whom,
       case when told.version is not null then
         (select count(*) from revision as older where older.organisation = $1
            and older.kb = told.about and older.version <= told.version) end as revision,
       coalesce((select json_agg(approver.name order by approval.at)
         from approval join person as approver on approver.id = approval.person
         where approval.proposal = told.proposal), '[]') as "approvedBy"
     from (${told}) as told
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
