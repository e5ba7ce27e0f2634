import Dexie from 'dexie';

const name = 'cuecard-fresh-log';

/**
 * Has Chromium begin a new log for all databases of the extension; never rejects.
 *
 * A browser that is killed, or loses its power, in the middle of a write leaves half a record at
 * the end of its log. The next start reads over it, and then writes on behind it, so that the start
 * after that takes the whole log for damaged and throws every database away
 * (github.com/google/leveldb/issues/1287). Deleting a database, however small, has Chromium move
 * what the log holds into a table and leave the log behind; tests/e2e/torn-log.test.ts.
 */
export async function startFreshLog(): Promise<void> {
  const small = new Dexie(name);
  small.version(1).stores({ rows: '' });
  try {
    await small.open();
    small.close();
    await Dexie.delete(name);
  } catch {
    // Without a database there is no log; with a damaged one the store says so itself.
  }
}
