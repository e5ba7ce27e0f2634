import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as v from 'valibot';
import { pageSize } from '../../lib/protocol/hub-sync.ts';
import { bytes, type Sql } from '../store/sql.ts';
import { baseAt, headOf, type KbRow, lockedBase } from './bases.ts';
import type { Hub } from './hub.ts';
import { Refusal } from './refusal.ts';
import { hashOf } from './secrets.ts';

const compress = promisify(gzip);
const opsPerPart = 500;
const lettersPerPart = 8_000_000;
/** A new copy reads at most about this many changes after its snapshot. */
const changesPerSnapshot = 2 * pageSize;

/** Makes a new snapshot of the base when the last one is far behind. */
export async function keepSnapshot(hub: Hub, organisation: string, kb: string): Promise<void> {
  const row = await baseAt(hub.database, organisation, kb);
  const { snapshot } = await headOf(hub.database, row);
  if (row.version - (snapshot?.version ?? 0) < changesPerSnapshot) return;
  await makeSnapshot(hub, organisation, kb);
  hub.forget();
}

/** Writes down how the base stands, in parts; the snapshots before it are dropped. */
export async function makeSnapshot(hub: Hub, organisation: string, kb: string): Promise<void> {
  await hub.database.transaction(async (sql) => {
    // Locked, so that what is read is exactly this version.
    await snapshotOf(sql, await lockedBase(sql, organisation, kb));
  });
}

/** The same of a base that the transaction holds. */
export async function snapshotOf(sql: Sql, row: KbRow): Promise<void> {
  const of = [row.organisation, row.id];
  const rows = await sql.rows(
    v.object({ body: v.string() }),
    `select body from subject where organisation = $1 and kb = $2 and body is not null
     order by born`,
    of,
  );
  await sql.run('delete from snapshot_part where organisation = $1 and kb = $2', of);
  for (const [part, ops] of partsOf(rows.map(({ body }) => body)).entries()) {
    const text = JSON.stringify({ ops });
    const body = new Uint8Array(await compress(text));
    await sql.run(
      `insert into snapshot_part
         (organisation, kb, epoch, version, chain, part, sha256, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...of, row.epoch, row.version, row.chain, part, hashOf(text), body],
    );
  }
}

/** Parts that a client can read in one go; at least one, be it empty. */
function partsOf(ops: readonly string[]): string[][] {
  let last: string[] = [];
  let letters = 0;
  const parts = [last];
  for (const op of ops) {
    if (last.length === opsPerPart || (last.length > 0 && letters + op.length > lettersPerPart)) {
      last = [];
      letters = 0;
      parts.push(last);
    }
    last.push(op);
    letters += op.length;
  }
  return parts;
}

export async function readSnapshotPart(hub: Hub, kb: KbRow, sha256: string): Promise<Uint8Array> {
  const [found] = await hub.database.rows(
    v.object({ body: bytes }),
    `select body from snapshot_part
     where organisation = $1 and kb = $2 and epoch = $3 and sha256 = $4 limit 1`,
    [kb.organisation, kb.id, kb.epoch, sha256],
  );
  if (found === undefined) throw new Refusal(404, 'There is no such part');
  return found.body;
}
