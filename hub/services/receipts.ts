import * as v from 'valibot';
import { big } from '../store/sql.ts';
import { baseAt } from './bases.ts';
import type { Hub } from './hub.ts';
import { type Member, roleIn } from './members.ts';

/** Notes which version of each base a device shows now. */
export async function noteSeen(
  { database }: Hub,
  member: Member,
  seen: { readonly [kb: string]: number },
): Promise<void> {
  const mine = Object.entries(seen).filter(([kb]) => roleIn(member, kb) !== undefined);
  // Only of bases that there are: otherwise each device could fill the table.
  await database.run(
    `insert into seen (device, kb, version)
     select $1, kb.id, given.version from json_to_recordset(($3::text)::json)
       as given(kb text, version bigint) join kb on kb.organisation = $2 and kb.id = given.kb
     on conflict (device, kb) do update set version = excluded.version`,
    [
      member.device,
      member.organisation,
      JSON.stringify(mine.map(([kb, version]) => ({ kb, version }))),
    ],
  );
}

/** A browser that was not in touch for so long shows nothing to anybody. */
const silentMs = 30 * 24 * 60 * 60 * 1000;

/** Devices that may read the base and were in touch lately, with the version that they show. */
const showing = `
  from seen join device on device.id = seen.device join person on person.id = device.person
  where person.organisation = $1 and seen.kb = $2 and device.revoked_at is null
    and coalesce(device.seen_at, device.created_at) >= $3
    and exists (select 1 from membership
      where membership.person = person.id and membership.kb in ('*', $2))`;

/** By version of the base how many devices show it. */
export const receipts = ({ database, now }: Hub, organisation: string, kb: string) =>
  database.rows(
    v.object({ version: big, panels: big }),
    `select seen.version, count(*) as panels ${showing}
     group by seen.version order by seen.version`,
    [organisation, kb, now() - silentMs],
  );

/** How many devices show the newest version of the base, and how many any. */
export async function panels(hub: Hub, organisation: string, kb: string) {
  const { version } = await baseAt(hub.database, organisation, kb);
  const [counts] = await hub.database.rows(
    v.object({ current: big, total: big }),
    `select count(*) filter (where seen.version = $4) as current, count(*) as total ${showing}`,
    [organisation, kb, hub.now() - silentMs, version],
  );
  return counts ?? { current: 0, total: 0 };
}
