import type { Entry } from '../domain/entry';
import type { StoredEvent } from '../domain/pick';
import type { Settings } from '../protocol/brain-calls';
import { chunkSize, type EntryChunk, makeDatabase } from './database';
import { entryKey, type Store } from './store';

/** Opens (and where needed upgrades) the database of this name. Rejects when it cannot be opened. */
export async function openDexieStore(name = 'cuecard'): Promise<Store> {
  const database = makeDatabase(name);
  await database.open();

  return {
    readBases: () => database.bases.toArray(),

    async readEntries(base) {
      const chunks = await database.chunks
        .where('[base+at]')
        .between([base, 0], [base, Number.MAX_SAFE_INTEGER])
        .toArray();
      return chunks.flatMap((chunk) => chunk.entries);
    },

    async replaceBase(base, entries) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        await deleteChunks(base.id);
        await database.bases.put(base);
        await database.chunks.bulkPut(inChunks(base.id, entries));
      });
    },

    async removeBase(id) {
      await database.transaction('rw', database.bases, database.chunks, async () => {
        await deleteChunks(id);
        await database.bases.delete(id);
      });
    },

    async readSettings() {
      const rows = await database.settings.toArray();
      return Object.fromEntries(rows.map((row) => [row.name, row.value])) as Partial<Settings>;
    },

    async writeSettings(settings) {
      const rows = Object.entries(settings).map(([name, value]) => ({ name, value }));
      await database.settings.bulkPut(rows);
    },

    appendEvent: (event) => database.events.add(event as StoredEvent),

    readEvents: (after, limit) => database.events.where('seq').above(after).limit(limit).toArray(),

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

    close: () => database.close(),
  };

  async function deleteChunks(base: string) {
    await database.chunks
      .where('[base+at]')
      .between([base, 0], [base, Number.MAX_SAFE_INTEGER])
      .delete();
  }
}

function inChunks(base: string, entries: readonly Entry[]): EntryChunk[] {
  const chunks: EntryChunk[] = [];
  for (let at = 0; at * chunkSize < entries.length; at++) {
    chunks.push({ base, at, entries: entries.slice(at * chunkSize, (at + 1) * chunkSize) });
  }
  return chunks;
}
