import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../hub/store/migrate';
import { openPglite } from '../../hub/store/pglite-database';
import { openPostgres } from '../../hub/store/postgres-database';
import { big, bytes, type Database } from '../../hub/store/sql';
import { tablesOf } from '../../hub/store/tables';
import { startInstalledPostgres, startOwnPostgres } from '../support/hub/start-postgres';
import { makeTestHub, put, type TestHub } from '../support/hub/test-hub';
import { hubCases } from './hub-cases';
import { wallCases } from './wall-cases';

const folder = mkdtempSync(join(tmpdir(), 'cuecard-hub-'));
const installed = await startInstalledPostgres();
const own = await startOwnPostgres();

type Engine = [string, () => Promise<Database>];
const engines: readonly Engine[] = [
  ['PGlite', () => openPglite(join(folder, 'database'))],
  ['npm’s PostgreSQL', async () => openPostgres(own.url)],
  ...(installed === undefined
    ? []
    : ([
        ['this machine’s PostgreSQL', async () => openPostgres(installed.url)],
        [
          'this machine’s PostgreSQL, as a user that may make no roles',
          async () => {
            const owner = openPostgres(installed.url);
            await owner.run('create role plain login');
            await owner.run('create database plain owner plain');
            await owner.close();
            return openPostgres(
              installed.url.replace('hub@', 'plain@').replace('/postgres', '/plain'),
            );
          },
        ],
      ] satisfies Engine[])),
];

/** Twelve people publish at once. */
async function publishTogether(hub: TestHub, database: Database): Promise<void> {
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
}

afterAll(async () => {
  await own.stop();
  await installed?.stop();
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

  it('is told of its tables in the order in which they can be filled, and none counts by itself', async () => {
    const names = (await tablesOf(database)).map(({ name }) => name);
    expect(names.indexOf('device')).toBeGreaterThan(names.indexOf('person'));
    expect(names).toContain('audit');
    // What a counter of the database's own has reached would not be moved by an export.
    const counters = "select relname::text from pg_class where relkind = 'S'";
    expect(await database.rows(v.unknown(), counters)).toEqual([]);
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
    await publishTogether(hub, database);
  });

  hubCases(() => ({ database, hub }));
  wallCases(() => ({ database, hub }));
});

describe('a PostgreSQL whose transactions are all serializable', () => {
  /** Of what the engine itself refused, not the hub's own looking. */
  const refused: string[] = [];
  let database: Database;
  let hub: TestHub;
  beforeAll(async () => {
    const owner = openPostgres(own.url);
    await owner.run('create database strict');
    await owner.run("alter database strict set default_transaction_isolation = 'serializable'");
    await owner.close();
    const opened = openPostgres(own.url.replace(/\/postgres$/, '/strict'));
    const noting = async <Result>(asked: Promise<Result>): Promise<Result> =>
      asked.catch((error: unknown) => {
        if (error instanceof Error && 'code' in error) refused.push(String(error.code));
        throw error;
      });
    database = {
      ...opened,
      transaction: (work) =>
        opened.transaction((sql) =>
          work({
            rows: (schema, text, values) => noting(sql.rows(schema, text, values)),
            run: (text, values) => noting(sql.run(text, values)),
          }),
        ),
    };
    hub = await makeTestHub(database);
  });
  afterAll(() => hub?.close());

  it('is asked again when it refuses what came together, until all is published without a gap', async () => {
    await publishTogether(hub, database);
  });

  it('publishes what waited for another transaction, and was refused after that', async () => {
    const token = await hub.found();
    await hub.ask('POST', '/v1/bases', token, { kb: 'held' });
    const waits = v.object({ pid: big });
    const waiting = () =>
      database.rows(
        waits,
        `select pid from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
    refused.length = 0;
    let publishing: ReturnType<TestHub['ask']> | undefined;
    await database.transaction(async (sql) => {
      await sql.run("update kb set version = version where id = 'held'");
      publishing ??= hub.ask('POST', '/v1/bases/held/publish', token, {
        why: '',
        changes: [{ op: put('e'), basedOn: 0 }],
      });
      await expect.poll(waiting).not.toEqual([]);
    });
    const reply = await publishing;
    expect(reply?.json()).toMatchObject({ outcome: 'published', head: { version: 1 } });
    expect(refused).toContain('40001');
  });
});
