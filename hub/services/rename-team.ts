import * as v from 'valibot';
import type { Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';

/** Changes the organisation's name; panels have it from their next synchronisation on. */
export async function renameTeam(hub: Hub, by: Member, name: string): Promise<void> {
  await hub.database.transaction(async (sql) => {
    await sql.run('select 1 from organisation where id = $1 for update', [by.organisation]);
    if ((await nameOfTeam(sql, by.organisation)) === name) return;
    await sql.run('update organisation set name = $2 where id = $1', [by.organisation, name]);
    await writeAudit(sql, { ...by, at: hub.now(), deed: 'renamed team', about: name });
  });
}

export async function nameOfTeam(sql: Sql, organisation: string): Promise<string> {
  const [row] = await sql.rows(
    v.object({ name: v.string() }),
    'select name from organisation where id = $1',
    [organisation],
  );
  return row?.name ?? '';
}
