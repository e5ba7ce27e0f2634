import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite-database.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { openPostgres, openSharedPostgres } from './postgres-database.ts';
import { runPostgres } from './run-postgres.ts';
import type { Database } from './sql.ts';

const engines = ['pglite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** The engine that somebody asked for by its name. */
export function engineNamed(name: string | undefined): Engine | undefined {
  const engine = engines.find((each) => each === name);
  if (name !== undefined && engine === undefined) {
    throw new Error(`There is no engine "${name}": it is one of ${engines.join(', ')}.`);
  }
  return engine;
}

/** What PGlite's data is written with; raised when it can no longer be read by an older hub. */
const pglite = 'pglite 18';
const outside = 'DATABASE_URL';

export type Where = {
  readonly folder: string;
  /** A server that somebody else runs. */
  readonly url?: string | undefined;
  /** One in the folder; the one that the folder has already, or else PGlite, where none is named. */
  readonly engine?: Engine | undefined;
};

/**
 * The hub's database: the one at the address, or else an embedded one in the folder. Which one it
 * is is written down in the folder, and is never changed silently: a team must not find its
 * knowledge gone because a variable was missing at the start.
 */
export async function openDatabase(
  { folder, url, engine }: Where,
  prepare: (database: Database) => Promise<void> = migrate,
): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = url === undefined ? lockFolder(folder) : () => {};
  try {
    const database = await (url === undefined
      ? openEmbedded(folder, engine)
      : openOutside(folder, url, engine));
    try {
      await prepare(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    return {
      ...database,
      async close() {
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The database of a hub that there is already: a folder that was mistyped is not made. */
export async function openStanding(where: Where): Promise<Database> {
  if (where.url === undefined && pinned(where.folder) === undefined) {
    throw new Error(`There is no hub's data in ${where.folder}.`);
  }
  return openDatabase(where);
}

async function openOutside(
  folder: string,
  url: string,
  engine: Engine | undefined,
): Promise<Database> {
  if (engine !== undefined) {
    throw new Error('DATABASE_URL and --engine are both set: which of them is it to be?');
  }
  return pinning(folder, outside, async () => openSharedPostgres(url));
}

async function openEmbedded(folder: string, named: Engine | undefined): Promise<Database> {
  const engine = named ?? engines.find((each) => pinned(folder)?.startsWith(each)) ?? 'pglite';
  if (engine === 'pglite')
    return pinning(folder, pglite, () => openPglite(join(folder, 'database')));
  const binaries = postgresBinaries();
  return pinning(folder, `postgres ${binaries.major}`, async () => {
    const server = await runPostgres(folder, binaries);
    const database = openPostgres(server.url);
    return {
      ...database,
      async close() {
        await database.close();
        await server.stop();
      },
    };
  });
}

const markerIn = (folder: string) => join(folder, 'engine');

function pinned(folder: string): string | undefined {
  const marker = markerIn(folder);
  return existsSync(marker) ? readFileSync(marker, 'utf8').trim() : undefined;
}

/** Opens only what the folder belongs to; what did not open at the first time is not written down. */
async function pinning(folder: string, engine: string, open: () => Promise<Database>) {
  const standing = pinned(folder);
  if (standing !== undefined && standing !== engine) {
    throw new Error(
      `The folder ${folder} belongs to the engine "${standing}", and this start is for ` +
        `"${engine}". Start it as before, or move the team: see "Move" in docs/hub.md.`,
    );
  }
  const database = await open();
  if (standing === undefined) writeFileSync(markerIn(folder), `${engine}\n`, { flush: true });
  return database;
}
