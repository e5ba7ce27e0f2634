import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as v from 'valibot';
import { pageSize } from '../../lib/protocol/hub-sync.ts';
import { big, bytes } from '../store/sql.ts';
import type { KbRow } from './bases.ts';
import type { Hub } from './hub.ts';
import { Refusal } from './refusal.ts';

const compress = promisify(gzip);
const changeRow = v.object({ version: big, body: v.string() });

/**
 * The operations of one page, compressed. It is the same for ever; a whole one is stored that way.
 * Rows are counted, because a replica that lags behind must not pass a short page for the whole.
 */
export async function readPage(
  { database }: Hub,
  kb: KbRow,
  from: number,
  to: number,
): Promise<Uint8Array> {
  if (from % pageSize !== 0 || to <= from || to > from + pageSize || to > kb.version) {
    throw new Refusal(404, 'There is no such page');
  }
  if (from < kb.floor) throw new Refusal(410, 'These changes are gone: begin with the snapshot');
  const key = [kb.organisation, kb.id, kb.epoch, from];
  const isWhole = to === from + pageSize;
  // In one transaction, so that the wall is set up once for all of it.
  const found = await database.transaction(async (sql) => {
    const [stored] = isWhole
      ? await sql.rows(
          v.object({ body: bytes }),
          `select body from page_blob
           where organisation = $1 and kb = $2 and epoch = $3 and from_version = $4`,
          key,
        )
      : [];
    if (stored !== undefined) return stored;
    const rows = await sql.rows(
      changeRow,
      `select version, body from change
       where organisation = $1 and kb = $2 and version > $3 and version <= $4 order by version`,
      [kb.organisation, kb.id, from, to],
    );
    const [before] = await sql.rows(
      v.object({ chain: v.string() }),
      'select chain from change where organisation = $1 and kb = $2 and version = $3',
      [kb.organisation, kb.id, from],
    );
    return { rows, chain: before?.chain };
  });
  if ('body' in found) return found.body;
  const { rows, chain } = found;
  const prevChain = from === kb.floor ? kb.floor_chain : chain;
  if (rows.length !== to - from || prevChain === undefined) {
    throw new Refusal(409, 'This page is not here yet');
  }
  const page = JSON.stringify({ prevChain, ops: rows.map(({ body }) => body) });
  const body = new Uint8Array(await compress(page));
  if (isWhole) {
    await database.run(
      `insert into page_blob (organisation, kb, epoch, from_version, body)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [...key, body],
    );
  }
  return body;
}
