import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';
import type { Database } from './sql.ts';

/** What the folder's data is written with; raised when it can no longer be read by an older hub. */
const embedded = 'pglite 18';
const outside = 'DATABASE_URL';

/**
 * The hub's database: the one at the address, or else an embedded one in the folder. Which of the
 * two is written down in the folder, and is never changed silently: a team must not find its
 * knowledge gone because a variable was missing at the start.
 */
export async function openDatabase(folder: string, url: string | undefined): Promise<Database> {
  mkdirSync(folder, { recursive: true });
  const unlock = url === undefined ? lockFolder(folder) : () => {};
  try {
    pinEngine(folder, url === undefined ? embedded : outside);
    const database =
      url === undefined ? await openPglite(join(folder, 'database')) : openPostgres(url);
    await migrate(database);
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

function pinEngine(folder: string, engine: string): void {
  const marker = join(folder, 'engine');
  if (!existsSync(marker)) writeFileSync(marker, `${engine}\n`, { flush: true });
  const pinned = readFileSync(marker, 'utf8').trim();
  if (pinned === engine) return;
  throw new Error(
    `The folder ${folder} belongs to the engine "${pinned}", and this start is for "${engine}".`,
  );
}
