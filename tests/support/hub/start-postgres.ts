import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { postgresBinaries } from '../../../hub/store/postgres-binaries';
import { openPostgres } from '../../../hub/store/postgres-database';
import { runPostgres } from '../../../hub/store/run-postgres';

export type StartedPostgres = { readonly url: string; stop(): Promise<void> };

/** The PostgreSQL that this machine has, in a new folder; or else the one that npm brought. */
export const startPostgres = async (): Promise<StartedPostgres> =>
  (await startInstalledPostgres()) ?? startOwnPostgres();

/** The one that npm brought, as the hub starts it. */
export async function startOwnPostgres(): Promise<StartedPostgres> {
  const folder = enterableFolder();
  const { url, stop } = await runPostgres(folder, postgresBinaries());
  return {
    url,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Started by root, a server runs as its own user, who must get there. */
function enterableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuecard-pg-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * The PostgreSQL that this machine has, in a new folder; undefined where there is none. It refuses
 * to run as root, so there it runs as its own user.
 */
export async function startInstalledPostgres(): Promise<StartedPostgres | undefined> {
  const initdb = globSync('/usr/lib/postgresql/*/bin/initdb').at(-1);
  if (process.env.CUECARD_POSTGRES === 'off' || initdb === undefined) return undefined;
  const isRoot = process.getuid?.() === 0;
  const as = (command: string, args: readonly string[]) =>
    isRoot
      ? ({
          command: 'setpriv',
          args: ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args],
        } as const)
      : ({ command, args } as const);
  const folder = enterableFolder();
  const data = join(folder, 'data');
  try {
    if (isRoot) execFileSync('chown', ['postgres', folder]);
    const making = as(initdb, ['-D', data, '-A', 'trust', '-U', 'hub', '--no-sync', '-E', 'UTF8']);
    execFileSync(making.command, making.args, { stdio: 'ignore', cwd: folder });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const run = as(join(dirname(initdb), 'postgres'), [
    ...['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
  ]);
  const server = spawn(run.command, run.args, { stdio: 'ignore', cwd: folder });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://hub@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tried = 0; tried < 100 && existsSync(data); tried++) {
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
  return undefined;
}
