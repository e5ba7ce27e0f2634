import { must } from '../base/must';
import type { StoredEvent } from '../domain/pick';
import { readableSettings } from '../protocol/readable-settings';
import { makeDatabase } from './database';
import { chunksOf, inChunks, putInChunk, removeFromChunk } from './entry-chunks';
import { eventsToKeep } from './kept-events';
import { outlineTable } from './outline-table';
import { isBase, isEvent } from './readable-rows';
import { makeRowReader } from './row-reader';
import { belongsTo, entryKey, type Store } from './store';
import { teamTable } from './team-table';
import { hasText, withoutText } from './without-text';

export type DexieOptions = {
  /** An older connection must close before this one can open. */
  readonly onBlocked?: () => void;
  /** Told how many entries cannot be read, as far as was looked. */
  readonly onUnreadable?: (count: number) => void;
};

/** A store whose unreadable rows can be left behind. */
export type DexieStore = Store & { repair(): Promise<void> };

/** Opens (and where needed upgrades) the database of this name. Rejects when it cannot be opened. */
export async function openDexieStore(
  name = 'cuecard',
  { onBlocked, onUnreadable }: DexieOptions = {},
): Promise<DexieStore> {
  const database = makeDatabase(name);
  if (onBlocked) database.on('blocked', onBlocked);
  await database.open();
  const rows = makeRowReader(database, onUnreadable);
  const { fetchAnew, ...team } = teamTable(database, rows);

  return {
    ...team,
    ...outlineTable(database),
    readBases: rows.bases,
    readEntries: rows.entries,

    async replaceBase(base, entries) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        await chunksOf(database.chunks, base.id).delete();
        await database.bases.put(base);
        await database.chunks.bulkPut(inChunks(base.id, entries));
      });
      rows.forget(base.id);
    },

    async removeBase(id) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        await chunksOf(database.chunks, id).delete();
        await database.bases.delete(id);
      });
      rows.forget(id);
    },

    async putBase(base) {
      await database.bases.put(base);
    },

    async putEntry(entry, before) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        must(await database.bases.get(entry.base), `the base of ${entry.id}`);
        await putInChunk(database.chunks, entry, before);
      });
    },

    async removeEntry(ref) {
      await database.transaction('rw', database.chunks, () =>
        removeFromChunk(database.chunks, ref),
      );
    },

    async readSettings() {
      const stored = await database.settings.toArray();
      return readableSettings(Object.fromEntries(stored.map(({ name, value }) => [name, value])));
    },

    async writeSettings(settings) {
      const rows = Object.entries(settings).map(([name, value]) => ({ name, value }));
      await database.settings.bulkPut(rows);
    },

    appendEvent: (event) =>
      database.transaction('rw', database.events, async () => {
        const { eventId } = event;
        const known =
          eventId === undefined
            ? undefined
            : await database.events.where('eventId').equals(eventId).first();
        if (known !== undefined) return { seq: known.seq, isNew: false };
        // A copy: Dexie writes the number into what it is given.
        return { seq: await database.events.add({ ...event } as StoredEvent), isNew: true };
      }),

    keepEvents: (given) =>
      database.transaction('rw', database.events, async () => {
        const { own, anew } = eventsToKeep(await database.events.toArray(), given);
        for (const event of [...own, ...anew]) await database.events.add(event as StoredEvent);
      }),

    raiseEventNumbers: (above) =>
      database.transaction('rw', database.events, async () => {
        if ((await database.events.get(above)) !== undefined) return;
        // A number once given stays given when its row is gone.
        await database.events.add({ seq: above } as StoredEvent);
        await database.events.delete(above);
      }),

    readEvents: (after, limit) =>
      database.events.where('seq').above(after).filter(isEvent).limit(limit).toArray(),

    async forgetText(before) {
      await database.events
        .filter((event) => isEvent(event) && event.at < before && hasText(event))
        .modify((event, row) => {
          row.value = withoutText(event);
        });
    },

    async countPicks() {
      const counts = new Map<string, number>();
      await database.events
        .where('kind')
        .anyOf(['inserted', 'edited'])
        .each((event) => {
          if (!isEvent(event) || (event.kind !== 'inserted' && event.kind !== 'edited')) return;
          const key = entryKey(event.entry);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        });
      return counts;
    },

    eraseEvents: (of) => database.events.filter(belongsTo(of)).delete(),

    async eraseAll() {
      await database.transaction('rw', database.tables, async () => {
        for (const table of database.tables) await table.clear();
      });
      rows.forget();
    },

    async repair() {
      const damaged = new Set<string>();
      for (const base of await rows.bases()) {
        const entries = await rows.entries(base.id);
        if (rows.damaged().has(base.id)) damaged.add(base.id);
        await database.transaction('rw', database.bases, database.chunks, async () => {
          await chunksOf(database.chunks, base.id).delete();
          await database.bases.put(base);
          await database.chunks.bulkPut(inChunks(base.id, entries));
        });
        rows.forget(base.id);
      }
      await fetchAnew([...damaged]);
      await database.bases.filter((base) => !isBase(base)).delete();
      await database.events.filter((event) => !isEvent(event)).delete();
      rows.forget();
    },

    close: () => database.close(),
  };
}
