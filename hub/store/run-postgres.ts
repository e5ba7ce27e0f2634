import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isServing } from './is-serving.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { type ServerUser, serverUser } from './server-user.ts';

const run = promisify(execFile);

export type RunningPostgres = { readonly url: string; stop(): Promise<void> };

/** Where things are in the hub's folder, and as whom the programs run. */
type Home = {
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | undefined;
  readonly data: string;
  readonly password: string;
  readonly log: string;
};

/** Statements and rows stay out of the server's log: they would be texts of the team. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_messages=warning',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_statement=none',
];
const mostTries = 3;

/**
 * Runs npm's PostgreSQL on the folder, which is made at the first time. Who calls it holds the lock
 * of the folder. It listens on this machine only, and wants the password that is kept beside it.
 */
export async function runPostgres(
  folder: string,
  binaries: PostgresBinaries,
): Promise<RunningPostgres> {
  const home = resolve(folder, 'postgres');
  const user = serverUser(resolve(folder));
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user !== undefined) fs.chownSync(home, user.uid, user.gid);
  const paths: Home = {
    binaries,
    user,
    data: join(home, 'data'),
    password: join(home, 'password'),
    log: join(home, 'log.txt'),
  };
  if (!fs.existsSync(paths.data)) await makeData(paths);
  await endOrphan(paths);
  for (let tried = 1; ; tried++) {
    const port = await freePort();
    const server = startServer(paths, port);
    const isUp = await becomesReady(paths, server);
    if (isUp) {
      return { url: urlOf(paths, port), stop: () => stopServer(paths, server) };
    }
    const said = fs.readFileSync(paths.log, 'utf8').trim();
    // Somebody else took the port in between.
    if (tried < mostTries && /could not bind/.test(said)) continue;
    throw new Error(`PostgreSQL did not start on ${paths.data}. It says:\n${said.slice(-2_000)}`);
  }
}

const as = ({ user, data }: Home) => ({
  ...user,
  cwd: join(data, '..'),
  env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
});

/** Made beside its place and then moved there, so that a data folder that is there is whole. */
async function makeData(home: Home): Promise<void> {
  const half = `${home.data}.new`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.rmSync(home.password, { force: true });
  fs.writeFileSync(home.password, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  if (home.user !== undefined) fs.chownSync(home.password, home.user.uid, home.user.gid);
  const making = ['-D', half, '-U', 'hub', `--pwfile=${home.password}`, '-A', 'scram-sha-256'];
  await run(home.binaries.initdb, [...making, '-E', 'UTF8', '--locale=C'], as(home));
  fs.renameSync(half, home.data);
}

const urlOf = ({ password }: Home, port: number) =>
  `postgres://hub:${fs.readFileSync(password, 'utf8')}@127.0.0.1:${port}/postgres`;

/**
 * A hub that was killed leaves its server running. A process number alone may be anybody's by now,
 * so it is stopped only if it answers to this folder's password.
 */
async function endOrphan(home: Home): Promise<void> {
  const port = Number(stateOf(home)[3]);
  if (!(port > 0) || !(await isServing(urlOf(home, port), home.data))) return;
  await stop(home);
}

/** The lines of the server's own note about itself: process, …, port, …, state. */
function stateOf({ data }: Home): readonly string[] {
  try {
    return fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function startServer(home: Home, port: number): ChildProcess {
  const log = fs.openSync(home.log, 'w', 0o600);
  try {
    return spawn(
      home.binaries.postgres,
      ['-D', home.data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
      // Detached, as Ctrl+C in a terminal would end it before the hub has finished.
      { ...as(home), detached: true, stdio: ['ignore', log, log] },
    );
  } finally {
    fs.closeSync(log);
  }
}

async function becomesReady(home: Home, server: ChildProcess): Promise<boolean> {
  let hasEnded = false;
  server.once('error', () => {
    hasEnded = true;
  });
  server.once('exit', () => {
    hasEnded = true;
  });
  // However long it takes: after a crash the log is replayed first.
  while (!hasEnded) {
    const state = stateOf(home);
    if (state[0] === String(server.pid) && state[7]?.trim() === 'ready') return true;
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}

async function stopServer(home: Home, server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  await stop(home);
  await ended;
}

const stop = async (home: Home) => {
  await run(home.binaries.pgCtl, ['stop', '-D', home.data, '-m', 'fast', '-t', '60'], as(home));
};

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
