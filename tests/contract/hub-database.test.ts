import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../hub/store/migrate';
import { openPglite } from '../../hub/store/pglite-database';
import { openPostgres } from '../../hub/store/postgres-database';
import { big, bytes, type Database } from '../../hub/store/sql';
import { startPostgres } from '../support/hub/start-postgres';
import { makeTestHub, put, type TestHub } from '../support/hub/test-hub';

const folder = mkdtempSync(join(tmpdir(), 'cuecard-hub-'));
const postgres = await startPostgres();
if (postgres === undefined) console.warn('No PostgreSQL here: only the embedded engine is tried.');

type Engine = [string, () => Promise<Database>];
const engines: readonly Engine[] = [
  ['the embedded engine', () => openPglite(join(folder, 'database'))],
  ...(postgres === undefined
    ? []
    : [['PostgreSQL', async () => openPostgres(postgres.url)] satisfies Engine]),
];

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(engines)('%s', (_, open) => {
  let database: Database;
  let hub: TestHub;
  beforeAll(async () => {
    database = await open();
    hub = await makeTestHub(database);
  }, 60_000);
  afterAll(() => hub?.close());

  it('takes every migration once', async () => {
    await migrate(database);
    const rows = await database.rows(v.object({ number: v.number() }), 'select * from migration');
    const steps = readdirSync('hub/store/migrations').map((name) => Number.parseInt(name, 10));
    expect(rows.map(({ number }) => number).toSorted()).toEqual(steps.toSorted());
  });

  it('gives numbers, texts and bytes back as they were', async () => {
    const row = v.object({ count: big, words: v.string(), none: v.null(), packed: bytes });
    const large = 9_007_199_254_740_991;
    const [found] = await database.rows(
      row,
      'select $1::bigint as count, $2::text as words, $3::text as none, $4::bytea as packed',
      [large, '“知识库” \\ \' "', null, new Uint8Array([0, 255, 7])],
    );
    expect({ ...found, packed: [...(found?.packed ?? [])] }).toEqual({
      count: large,
      words: '“知识库” \\ \' "',
      none: null,
      packed: [0, 255, 7],
    });
  });

  it('keeps nothing of a transaction that fails', async () => {
    const before = await database.rows(v.unknown(), 'select id from organisation');
    const failing = database.transaction(async (sql) => {
      await sql.run("insert into organisation (id, name) values ('half', 'Half')");
      throw new Error('No more');
    });
    await expect(failing).rejects.toThrow('No more');
    expect(await database.rows(v.unknown(), 'select id from organisation')).toEqual(before);
  });

  it('gives versions out without a gap, however many publish at once', async () => {
    const token = await hub.found();
    await hub.ask('POST', '/v1/bases', token, { kb: 'shop' });
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        hub.ask('POST', '/v1/bases/shop/publish', token, {
          why: '',
          changes: [0, 1, 2].map((part) => ({ op: put(`e${at}-${part}`), basedOn: 0 })),
        }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    const rows = await database.rows(
      v.object({ version: big }),
      "select version from change where kb = 'shop' order by version",
    );
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, at) => at + 1));
    expect(rows.length).toBe(36);
  });
});
