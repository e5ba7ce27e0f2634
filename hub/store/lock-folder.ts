import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the folder for this process until it is given back or the process ends, however it ends:
 * the lock is the operating system's. The embedded engine itself would let two processes write over
 * each other. SQLite's file lock is the one that every system has and Node can reach by itself.
 */
export function lockFolder(folder: string): () => void {
  const file = new DatabaseSync(join(folder, 'lock'));
  try {
    file.exec('pragma locking_mode = exclusive; pragma busy_timeout = 0; begin exclusive');
  } catch {
    file.close();
    throw new Error(`Another hub is running on ${folder}. Stop it, or choose another folder.`);
  }
  return () => file.close();
}
