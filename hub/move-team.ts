import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkExport } from './store/check-export.ts';
import { importDatabase } from './store/import-database.ts';
import { openDatabase, openStanding, type Where } from './store/open-database.ts';
import { readLines } from './store/read-lines.ts';
import { writeExport } from './store/write-export.ts';

/** Writes all that a hub keeps to a file. A hub on an embedded engine must not be running. */
export async function exportTeam(from: Where, file: string): Promise<void> {
  const database = await openStanding(from);
  await writeExport(database, file).finally(() => database.close());
}

/** Makes a hub's data from such a file, in a folder that is empty or not there yet. */
export async function importTeam(to: Where, file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (existsSync(to.folder) && readdirSync(to.folder).length > 0) {
    throw new Error(`The folder ${to.folder} is not empty. Import into a new one.`);
  }
  // Looked through before an engine is started for it.
  await checkExport(readLines(file));
  try {
    const database = await openDatabase(to, (made) => importDatabase(made, () => readLines(file)));
    await database.close();
  } catch (error) {
    // It was empty, and half a team is worse than none.
    for (const name of readdirSync(to.folder)) {
      rmSync(join(to.folder, name), { recursive: true, force: true });
    }
    throw error;
  }
}
