import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { exportDatabase } from './export-database.ts';
import type { Database } from './sql.ts';

/**
 * Writes an export to a file, compressed where its name ends in `.gz`. The file has its name only
 * when all of it is on the disk; one that is there already stays.
 */
export async function writeExport(database: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`There is a file ${file} already.`);
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const half = `${file}.part`;
  const lines = file.endsWith('.gz') ? createGzip() : new PassThrough();
  // It holds the team's answers and the hashes of its tokens: for the owner's eyes only.
  const written = pipeline(lines, createWriteStream(half, { mode: 0o600, flush: true }));
  try {
    await Promise.all([
      written,
      exportDatabase(database, async (line) => {
        if (!lines.write(line)) await Promise.race([once(lines, 'drain'), written]);
      }).then(
        () => lines.end(),
        (error) => {
          lines.destroy();
          throw error;
        },
      ),
    ]);
    await rename(half, file);
    await syncFolder(folder);
  } catch (error) {
    await written.catch(() => {});
    await rm(half, { force: true });
    throw error;
  }
}

/** Windows lets no folder be opened, and needs it not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
