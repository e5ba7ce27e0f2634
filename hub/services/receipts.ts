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

const receiptRow = v.object({ version: big, panels: big });

/** How many devices that may still read the base show which version of it. */
export async function receipts({ database }: Hub, organisation: string, kb: string) {
  await baseAt(database, organisation, kb);
  return database.rows(
    receiptRow,
    `select seen.version, count(*) as panels
     from seen join device on device.id = seen.device join person on person.id = device.person
     where seen.kb = $2 and person.organisation = $1 and device.revoked_at is null
     group by seen.version order by seen.version desc`,
    [organisation, kb],
  );
}

const countRow = v.object({ current: big, total: big });

/** How many devices that may still read the base show its newest version. */
export async function panels({ database }: Hub, organisation: string, kb: string) {
  const { version } = await baseAt(database, organisation, kb);
  const [counts] = await database.rows(
    countRow,
    `select count(*) filter (where seen.version = $3) as current, count(*) as total
     from seen join device on device.id = seen.device join person on person.id = device.person
     where seen.kb = $2 and person.organisation = $1 and device.revoked_at is null`,
    [organisation, kb, version],
  );
  return counts ?? { current: 0, total: 0 };
}
