import Dexie from 'dexie';
import type { Settings } from '../protocol/brain-calls';
import { readableSettings } from '../protocol/readable-settings';
import type { Database } from './database';
import { isEvent } from './readable-rows';
import { makeRowReader } from './row-reader';
import type { Store } from './store';
import type { TeamRow } from './team-rows';
import { teamStateOf } from './team-state';

/**
 * Puts into a store what can still be read of a database that does not open as ours any more, as
 * after an upgrade that failed. Whatever part cannot be read is passed over.
 */
export async function salvage(name: string, into: Store): Promise<void> {
  // Without a version Dexie opens what is there, as it is there.
  const database = new Dexie(name) as Database;
  try {
    await database.open();
    const has = (table: string) => database.tables.some((each) => each.name === table);
    const rowsOf = async (table: string): Promise<unknown[]> =>
      has(table) ? database.table(table).toArray() : [];
    Object.assign(
      database,
      Object.fromEntries(database.tables.map((table) => [table.name, table])),
    );
    await passOver(async () => {
      const rows = makeRowReader(database);
      for (const base of await rows.bases()) {
        await into.replaceBase(base, await rows.entries(base.id));
      }
    });
    await passOver(async () => {
      const { membership, bases, drafts } = teamStateOf((await rowsOf('team')) as TeamRow[]);
      await into.changeTeam({
        ...(membership === undefined ? {} : { membership }),
        bases: bases.map((base) => ({ ...base, cursor: null })),
        putDrafts: drafts,
      });
    });
    await passOver(async () => {
      const stored = (await rowsOf('settings')) as { name: string; value: unknown }[];
      const settings: Partial<Settings> = readableSettings(
        Object.fromEntries(stored.map((row) => [row?.name, row?.value])),
      );
      await into.writeSettings(settings);
    });
    await passOver(async () => {
      await into.keepEvents((await rowsOf('events')).filter(isEvent));
    });
  } catch {
    // Nothing of it can be read.
  } finally {
    database.close();
  }
}

/** One part in ruins must not keep the others back. */
async function passOver(part: () => Promise<void>): Promise<void> {
  try {
    await part();
  } catch {}
}
