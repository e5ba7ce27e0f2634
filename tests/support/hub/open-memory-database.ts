import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPglite } from '../../../hub/store/pglite-database';
import type { Database } from '../../../hub/store/sql';
import { buildOnce } from '../build-once';

/**
 * An empty database of the embedded engine, in memory. To make one takes the engine four seconds of
 * processor time, to copy one less than one; so the first is made, and all others are its copies.
 */
export const openMemoryDatabase = async (): Promise<Database> => openPglite('', await emptyDump());

/** The path of an empty database's dump. */
export async function emptyDump(): Promise<string> {
  const dump = resolve('.output/tests/empty-database.tar');
  await buildOnce(dump, ['hub/store/pglite-worker.ts'], async () => {
    const first = await PGlite.create();
    await first.exec('checkpoint');
    const bytes = new Uint8Array(await (await first.dumpDataDir('none')).arrayBuffer());
    await first.close();
    // Whole from the first moment: another process may make it, or read it, at the same time.
    const own = `${dump}.${process.pid}`;
    mkdirSync(dirname(dump), { recursive: true });
    writeFileSync(own, bytes);
    renameSync(own, dump);
  });
  return dump;
}
