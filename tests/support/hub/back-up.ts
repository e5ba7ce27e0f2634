import * as v from 'valibot';
import type { Hub } from '../../../hub/services/hub';
import { makeSnapshot } from '../../../hub/services/snapshots';
import { big } from '../../../hub/store/sql';

const changeRow = v.object({
  version: big,
  subject: v.string(),
  body: v.string(),
  chain: v.string(),
});
const subjectRow = v.object({
  id: v.string(),
  body: v.nullable(v.string()),
  version: big,
  born: big,
});
const kbRow = v.object({ version: big, chain: v.string(), floor: big, floor_chain: v.string() });

/** How an organisation's base and a device's events stand, to be brought back later. */
export async function backUp({ database }: Hub, organisation: string, kb: string) {
  const of = [organisation, kb];
  const where = 'where organisation = $1 and kb = $2';
  const [row] = await database.rows(
    kbRow,
    'select * from kb where organisation = $1 and id = $2',
    of,
  );
  const changes = await database.rows(changeRow, `select * from change ${where}`, of);
  const subjects = await database.rows(subjectRow, `select * from subject ${where}`, of);
  const devices = await database.rows(
    v.object({ id: v.string(), event_hw: big }),
    `select device.id, event_hw from device join person on person.id = device.person
     where organisation = $1`,
    [organisation],
  );
  if (row === undefined) throw new Error('There is no such base');

  /** As when an old back-up of the hub is put in place; with a new epoch where that is announced. */
  return async (hub: Hub, epoch: string | undefined) => {
    await hub.database.transaction(async (sql) => {
      for (const table of ['change', 'subject', 'page_blob']) {
        await sql.run(`delete from ${table} ${where}`, of);
      }
      await sql.run(`delete from revision ${where} and version > $3`, [...of, row.version]);
      await sql.run(`delete from snapshot_part ${where} and version > $3`, [...of, row.version]);
      await sql.run(
        `insert into change (organisation, kb, version, subject, body, chain)
         select $1, $2, version, subject, body, chain from json_to_recordset(($3::text)::json)
           as given(version bigint, subject text, body text, chain text)`,
        [...of, JSON.stringify(changes)],
      );
      await sql.run(
        `insert into subject (organisation, kb, id, body, version, born)
         select $1, $2, id, body, version, born from json_to_recordset(($3::text)::json)
           as given(id text, body text, version bigint, born bigint)`,
        [...of, JSON.stringify(subjects)],
      );
      await sql.run(
        `update kb set version = $3, chain = $4, floor = $5, floor_chain = $6,
           epoch = coalesce($7, epoch) where organisation = $1 and id = $2`,
        [...of, row.version, row.chain, row.floor, row.floor_chain, epoch ?? null],
      );
      for (const { id, event_hw } of devices) {
        await sql.run('delete from event where device = $1 and seq > $2', [id, event_hw]);
        await sql.run('update device set event_hw = $2 where id = $1', [id, event_hw]);
      }
    });
    if (row.floor > 0) await makeSnapshot(hub, organisation, kb);
  };
}
