import * as v from 'valibot';
import { firstChain } from '../../lib/protocol/hub-ops.ts';
import type { Head } from '../../lib/protocol/hub-sync.ts';
import { big, type Sql } from '../store/sql.ts';
import { writeAudit } from './audit.ts';
import type { Hub } from './hub.ts';
import type { Member } from './members.ts';
import { Refusal } from './refusal.ts';
import { newId } from './secrets.ts';

const kbRow = v.object({
  organisation: v.string(),
  id: v.string(),
  read_key: v.string(),
  epoch: v.string(),
  version: big,
  chain: v.string(),
  floor: big,
  floor_chain: v.string(),
});
export type KbRow = v.InferOutput<typeof kbRow>;

const columns = 'organisation, id, read_key, epoch, version, chain, floor, floor_chain';

/** Makes a base that holds nothing yet; asked twice for the same one, it is there already. */
export async function createBase(hub: Hub, by: Member, kb: string) {
  return hub.database.transaction(async (sql) => {
    const made = await sql.rows(
      v.object({ id: v.string() }),
      `insert into kb (organisation, id, read_key, epoch, version, chain, floor, floor_chain)
       values ($1, $2, $3, $4, 0, $5, 0, $5) on conflict do nothing returning id`,
      [by.organisation, kb, newId(), newId(), firstChain],
    );
    if (made.length > 0) {
      await writeAudit(sql, { ...by, at: hub.now(), deed: 'made base', about: kb });
    }
    return { kb, isNew: made.length > 0 };
  });
}

export async function basesOf(sql: Sql, organisation: string): Promise<KbRow[]> {
  const text = `select ${columns} from kb where organisation = $1 order by id`;
  return sql.rows(kbRow, text, [organisation]);
}

export async function baseAt(sql: Sql, organisation: string, kb: string): Promise<KbRow> {
  const text = `select ${columns} from kb where organisation = $1 and id = $2`;
  const [row] = await sql.rows(kbRow, text, [organisation, kb]);
  if (row === undefined) throw new Refusal(404, 'There is no such base');
  return row;
}

/** The base, which nobody else changes until the transaction ends. */
export async function lockedBase(sql: Sql, organisation: string, kb: string): Promise<KbRow> {
  const text = 'select 1 from kb where organisation = $1 and id = $2 for update';
  await sql.run(text, [organisation, kb]);
  return baseAt(sql, organisation, kb);
}

/** Whose base a read key opens; asked before it is known for which organisation to ask. */
export async function organisationByKey({ database }: Hub, readKey: string): Promise<string> {
  const text = 'select organisation from kb where read_key = $1';
  const [row] = await database.rows(v.object({ organisation: v.string() }), text, [readKey]);
  if (row === undefined) throw new Refusal(404, 'There is no such base');
  return row.organisation;
}

/** The base that a read key opens. */
export async function baseByKey(sql: Sql, readKey: string): Promise<KbRow> {
  const text = `select ${columns} from kb where read_key = $1`;
  const [row] = await sql.rows(kbRow, text, [readKey]);
  if (row === undefined) throw new Refusal(404, 'There is no such base');
  return row;
}

const partRow = v.object({ version: big, chain: v.string(), sha256: v.string() });

/** Where the base stands, and from where a new copy of it begins. */
export async function headOf(sql: Sql, kb: KbRow): Promise<Head> {
  const parts = await sql.rows(
    partRow,
    `select version, chain, sha256 from snapshot_part
     where organisation = $1 and kb = $2 and epoch = $3
       and version = (select max(version) from snapshot_part
                      where organisation = $1 and kb = $2 and epoch = $3)
     order by part`,
    [kb.organisation, kb.id, kb.epoch],
  );
  const [first] = parts;
  return {
    epoch: kb.epoch,
    version: kb.version,
    chain: kb.chain,
    floor: kb.floor,
    snapshot:
      first === undefined
        ? null
        : {
            version: first.version,
            chain: first.chain,
            parts: parts.map(({ sha256 }) => sha256),
          },
  };
}
