const name = 'cuecard-fresh-log';
/** Chromium lets it be where another write comes at the same moment: then this one does it. */
const againMs = 1_000;

/** What Chromium adds to the event: whether it had to throw away what was there before. */
type Upgrade = IDBVersionChangeEvent & { readonly dataLoss?: string };

/**
 * Has Chromium begin a new log for all databases of the extension; never rejects. To be called
 * before any other database is opened: the first to open is told of a loss.
 *
 * A browser that is killed, or loses its power, in the middle of a write leaves half a record at
 * the end of its log. The next start reads over it, and then writes on behind it, so that the start
 * after that takes the whole log for damaged and throws every database away
 * (github.com/google/leveldb/issues/1287). Deleting a database, however small, has Chromium move
 * what the log holds into a table and leave the log behind; tests/e2e/torn-log.test.ts.
 *
 * @returns whether the browser found its databases damaged just now and threw all of them away
 */
export async function startFreshLog(): Promise<boolean> {
  const isLost = await deleteSmallOne();
  setTimeout(deleteSmallOne, againMs);
  return isLost;
}

async function deleteSmallOne(): Promise<boolean> {
  let isLost = false;
  try {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = (event: Upgrade) => {
      isLost = event.dataLoss === 'total';
    };
    (await done(opening)).close();
    await done(indexedDB.deleteDatabase(name));
  } catch {
    // Without a database there is no log; with a damaged one the store says so itself.
  }
  return isLost;
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
