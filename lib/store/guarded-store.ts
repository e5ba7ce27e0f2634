import Dexie from 'dexie';
import { allKept, type StorageReport } from '../protocol/storage-calls';
import { type DexieStore, openDexieStore } from './dexie-store';
import { startFreshLog } from './fresh-log';
import { makeMemoryStore } from './memory-store';
import { finishRescue, hasRescued, rescue, rescuedName } from './rescue';
import { salvage } from './salvage';
import { isAbsent, isFull } from './storage-trouble';
import type { Store } from './store';

/** What a person can be told about the store, and what can be done about it. */
export type Storage = {
  report(): StorageReport;
  /** Puts what can be read into a sound database. Rejects when that cannot be written. */
  repair(): Promise<StorageReport>;
};

/** Calls that show by their success that there is room again. */
const writes: ReadonlySet<string> = new Set([
  'replaceBase',
  'putBase',
  'putEntry',
  'appendEvent',
  'writeSettings',
  'changeTeam',
]);

/** A reading that fails is tried again after so many ms: a start is lost without it. */
const readAgainAfterMs = [300, 1_500] as const;

/**
 * Opens the store whatever state its database is in. One that does not open is stood in for by
 * memory, with all in it that could be read. `tell` hears of every change for better or worse.
 */
export async function openGuardedStore(
  tell: (report: StorageReport) => void,
  name = 'cuecard',
): Promise<{ readonly store: Store; readonly storage: Storage }> {
  let report = allKept;
  let database: DexieStore | undefined;
  let current: Store;
  let lost = 0;
  let isThrownAway = false;
  /** Bases whose entries could not be read at all. */
  const unread = new Set<unknown>();
  const asRead = (): StorageReport => ({
    state: lost > 0 || unread.size > 0 ? 'damaged' : isThrownAway ? 'lost' : 'kept',
    unreadable: lost,
  });
  const change = (next: StorageReport) => {
    if (next.state === report.state && next.unreadable === report.unreadable) return;
    report = next;
    tell(report);
  };
  const openDatabase = () =>
    openDexieStore(name, {
      onBlocked: () => change({ state: 'blocked', unreadable: 0 }),
      onUnreadable(unreadable) {
        lost = unreadable;
        change(asRead());
      },
    });

  const freshLog = startFreshLog();
  // While the database opens.
  const looking = hasRescued(name);
  looking.catch(() => {});
  try {
    database = await openDatabase();
    change(allKept);
    await finishRescue(name, database, looking);
    current = database;
  } catch (error) {
    database?.close();
    database = undefined;
    current = makeMemoryStore();
    if (isAbsent(error)) change({ state: 'not-kept', unreadable: 0 });
    else {
      await salvage(name, current);
      await salvage(rescuedName(name), current);
      change({ state: isFull(error) ? 'full' : 'damaged', unreadable: 0 });
    }
  }

  freshLog.then((isLost) => {
    isThrownAway = isLost;
    if (isLost && report.state === 'kept') change(asRead());
  });

  async function patiently<Result>(method: string, work: () => Result): Promise<Awaited<Result>> {
    const waits = method === 'readEntries' ? readAgainAfterMs : [];
    for (const ms of waits) {
      try {
        return await work();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
    }
    return work() as Promise<Awaited<Result>>;
  }

  async function guard<Result>(
    method: string,
    of: unknown,
    work: () => Result,
  ): Promise<Awaited<Result>> {
    try {
      const result = await patiently(method, work);
      if (method === 'readEntries' && unread.delete(of)) change(asRead());
      // What stands in for a database that does not open must not outlive it, nor it the stand-in.
      if (method === 'eraseAll' && report.state !== 'not-kept') {
        if (database === undefined) await Dexie.delete(name);
        await Dexie.delete(rescuedName(name));
      }
      if (report.state === 'full' && database && writes.has(method)) {
        change(asRead());
      }
      return result;
    } catch (error) {
      if (isFull(error)) change({ ...report, state: 'full' });
      else if (method === 'readEntries') {
        unread.add(of);
        change(asRead());
      }
      throw error;
    }
  }

  const store = new Proxy({} as Store, {
    get(_, method) {
      const own: unknown = Reflect.get(current, method);
      if (typeof own !== 'function' || method === 'close') return own;
      return (...given: unknown[]) =>
        guard(String(method), given[0], () => Reflect.apply(own, current, given));
    },
  });

  return {
    store,
    storage: {
      report: () => report,
      async repair() {
        if (report.state === 'kept' || report.state === 'not-kept') return report;
        // There is nothing to mend: somebody has read it.
        isThrownAway = false;
        if (report.state === 'lost') {
          change(asRead());
          return report;
        }
        try {
          if (database === undefined) {
            current = database = await rescue(name, current, openDatabase);
          }
          // Without room there is nothing to mend: a write shows whether there is room again.
          else if (report.state === 'full') await store.writeSettings(await store.readSettings());
          else await database.repair();
        } catch (error) {
          if (isFull(error)) change({ ...report, state: 'full' });
          throw error;
        }
        unread.clear();
        change(asRead());
        return report;
      },
    },
  };
}
