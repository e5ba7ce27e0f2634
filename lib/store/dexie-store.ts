import { must } from '../base/must';
import type { StoredEvent } from '../domain/pick';
import type { Settings } from '../protocol/brain-calls';
import { makeDatabase } from './database';
import { chunksOf, inChunks, putInChunk, removeFromChunk } from './entry-chunks';
import { belongsTo, entryKey, type Store } from './store';
import { hasText, withoutText } from './without-text';

/** Opens (and where needed upgrades) the database of this name. Rejects when it cannot be opened. */
export async function openDexieStore(name = 'cuecard'): Promise<Store> {
  const database = makeDatabase(name);
  await database.open();

  return {
    readBases: () => database.bases.toArray(),

    async readEntries(base) {
      const chunks = await chunksOf(database.chunks, base).toArray();
      return chunks.flatMap((chunk) => chunk.entries);
    },

    async replaceBase(base, entries) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        await chunksOf(database.chunks, base.id).delete();
        await database.bases.put(base);
        await database.chunks.bulkPut(inChunks(base.id, entries));
      });
    },

    async removeBase(id) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        await chunksOf(database.chunks, id).delete();
        await database.bases.delete(id);
      });
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
      const rows = await database.settings.toArray();
      return Object.fromEntries(rows.map((row) => [row.name, row.value])) as Partial<Settings>;
    },

    async writeSettings(settings) {
      const rows = Object.entries(settings).map(([name, value]) => ({ name, value }));
      await database.settings.bulkPut(rows);
    },

    // A copy: Dexie writes the number into what it is given.
    appendEvent: (event) => database.events.add({ ...event } as StoredEvent),

    readEvents: (after, limit) => database.events.where('seq').above(after).limit(limit).toArray(),

    async forgetText(before) {
      await database.events
        .filter((event) => event.at < before && hasText(event))
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
          if (event.kind !== 'inserted' && event.kind !== 'edited') return;
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
    },

    close: () => database.close(),
  };
}
