import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../hub/store/open-database';
import { postgresBinaries } from '../../../hub/store/postgres-binaries';
import { openPostgres } from '../../../hub/store/postgres-database';
import { type RunningPostgres, runPostgres } from '../../../hub/store/run-postgres';
import type { Database } from '../../../hub/store/sql';
import { hubFolder } from '../../support/hub/run-hub';

const { folder, remove } = hubFolder();
const binaries = postgresBinaries();
let server: RunningPostgres;
let database: Database;
beforeAll(async () => {
  server = await runPostgres(folder, binaries);
  database = openPostgres(server.url);
});
afterAll(async () => {
  await database?.close();
  await server?.stop();
  remove();
});

const one = async (text: string) => {
  const [row] = await database.rows(v.record(v.string(), v.unknown()), text);
  return Object.values(row ?? {})[0];
};

describe('npm’s PostgreSQL', () => {
  it('listens on this machine only, and to nobody without the password', async () => {
    expect(await one('show listen_addresses')).toBe('127.0.0.1');
    expect(await one('show unix_socket_directories')).toBe('');
    const stranger = openPostgres(server.url.replace(/hub:\w+@/, 'hub:guess@'));
    await expect(stranger.rows(v.unknown(), 'select 1')).rejects.toThrow(/password/);
    await stranger.close();
  });

  it('keeps every language, and sorts and writes out as PGlite does', async () => {
    const text = `select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database
      where datname = current_database()`;
    expect(await one(text)).toBe('UTF8 C');
    expect(await one('show fsync')).toBe('on');
  });

  it('writes no text of the team into its log, also when a statement fails', async () => {
    await database.script('create table told (words text unique)');
    const words = 'my parcel is lost';
    const tell = () => database.run('insert into told values ($1)', [words]);
    await tell();
    await expect(tell()).rejects.toThrow(/duplicate/);
    await expect(database.script(`insert into told values ('${words}')`)).rejects.toThrow();
    const log = readFileSync(join(folder, 'postgres', 'log.txt'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('parcel');
  });

  it('says what to do where npm has none, and changes nothing of the folder', async () => {
    expect(() => postgresBinaries('aix', 'ppc')).toThrow(
      /no PostgreSQL for aix-ppc.*npm ci.*pglite/,
    );
    const fresh = join(folder, 'fresh');
    await expect(
      openDatabase({ folder: fresh, url: 'postgres://x', engine: 'postgres' }),
    ).rejects.toThrow(/which of them/);
    expect(existsSync(join(fresh, 'engine'))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)(
    'says what to do when it must not run as root and cannot enter the folder',
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o700);
      await expect(runPostgres(closed, binaries)).rejects.toThrow(
        /cannot enter .*closed.*chmod o\+x/,
      );
    },
  );

  it('goes on where it was after a stop, in the engine that the folder belongs to', async () => {
    const home = join(folder, 'hub');
    const first = await openDatabase({ folder: home, engine: 'postgres' });
    await first.run("insert into organisation (id, name) values ('a', 'Shop')");
    await first.close();
    expect(existsSync(join(home, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
    expect(readFileSync(join(home, 'engine'), 'utf8')).toBe('postgres 18\n');
    await expect(openDatabase({ folder: home, engine: 'pglite' })).rejects.toThrow(
      /belongs to the engine "postgres 18".*docs\/hub.md/,
    );
    const again = await openDatabase({ folder: home });
    expect(await again.rows(v.unknown(), 'select name from organisation')).toEqual([
      { name: 'Shop' },
    ]);
    await again.close();
  });
});
