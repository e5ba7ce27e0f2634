import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { openPostgres } from '../../../hub/store/postgres-database';
import type { StartedPostgres } from './start-postgres';

const pgbouncer = process.env.CUECARD_PGBOUNCER ?? '/usr/sbin/pgbouncer';

/** A pooler in transaction mode before a PostgreSQL; undefined where none is installed. */
export async function startPgbouncer(postgres: string): Promise<StartedPostgres | undefined> {
  if (spawnSync(pgbouncer, ['--version']).status !== 0) return undefined;
  const { hostname, port: behind, username, password } = new URL(postgres);
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-pooler-'));
  chmodSync(folder, 0o755);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const user = `user=${username}${password === '' ? '' : ` password=${password}`}`;
  writeFileSync(
    join(folder, 'pooler.ini'),
    `[databases]
postgres = host=${hostname} port=${behind} ${user}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 5
`,
  );
  // It refuses root, too.
  const [command = '', ...args] = [
    ...(process.getuid?.() === 0
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
      : []),
    pgbouncer,
    '-q',
    join(folder, 'pooler.ini'),
  ];
  const server = spawn(command, args, { stdio: 'ignore', cwd: folder });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://${username}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tried = 0; tried < 100 && server.exitCode === null; tried++) {
    const database = openPostgres(url);
    const isUp = await database.rows(v.unknown(), 'select 1').then(
      () => true,
      () => false,
    );
    await database.close();
    if (isUp) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error('pgbouncer did not start');
}
