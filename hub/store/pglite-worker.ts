// Runs in a thread of its own: the engine works synchronously, and would hold up every request.
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openAsBlob,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

export type PgliteRequest = {
  readonly id: number;
  readonly kind: 'query' | 'script' | 'close';
  readonly text: string;
  readonly values: readonly unknown[];
};

export type PgliteStart = {
  /** Empty for one that is kept in memory only. */
  readonly folder: string;
  /** A dump that one begins with. */
  readonly copied: string | undefined;
  readonly commitsPerCheckpoint: number;
};

const { folder, copied, commitsPerCheckpoint } = workerData as PgliteStart;
const isNew = folder !== '' && !existsSync(folder);
const database = await PGlite.create({
  ...(folder === '' ? {} : { dataDir: folder }),
  ...(copied === undefined ? {} : { loadDataDir: await openAsBlob(copied) }),
});
let commits = 0;
let syncedAt = 0;
// What the engine wrote to begin with is in no log.
if (isNew) await checkpoint();

async function handle({ kind, text, values }: PgliteRequest): Promise<unknown[]> {
  if (kind === 'close') {
    await checkpoint();
    await database.close();
    return [];
  }
  if (kind === 'script') {
    await database.exec(text);
    syncLog();
    return [];
  }
  const { rows } = await database.query(text, [...values]);
  if (text === 'commit') {
    syncLog();
    if (++commits % commitsPerCheckpoint === 0) await checkpoint();
  }
  return rows;
}

/** The engine itself never waits for the disk, so what it has logged is made to last here. */
function syncLog(): void {
  if (folder === '') return;
  const log = join(folder, 'pg_wal');
  const startedAt = Date.now();
  for (const name of readdirSync(log)) {
    // Clocks of files are coarse: one written just before the last time is written out again.
    if (/^[0-9A-F]{24}$/.test(name) && statSync(join(log, name)).mtimeMs >= syncedAt - 2_000) {
      sync(join(log, name), fdatasyncSync);
    }
  }
  syncedAt = startedAt;
}

/** A checkpoint counts only when all that it wrote is on the disk. */
async function checkpoint(): Promise<void> {
  if (folder === '') return;
  syncLog();
  await database.exec('checkpoint');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || entry.isDirectory()) sync(path, fsyncSync);
  }
}

function sync(path: string, how: (handle: number) => void): void {
  try {
    const handle = openSync(path, 'r');
    try {
      how(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // A file may be gone by now, and Windows lets no folder be opened.
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'ENOENT' && code !== 'EPERM' && code !== 'EISDIR') throw error;
  }
}

parentPort?.on('message', (request: PgliteRequest) => {
  handle(request).then(
    (rows) => parentPort?.postMessage({ id: request.id, rows }),
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ id: request.id, error: { message, code } });
    },
  );
});
parentPort?.postMessage({ id: 0, rows: [] });
