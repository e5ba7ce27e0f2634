import Dexie, { type Table } from 'dexie';

/**
 * Where the trained index is kept between two sessions. Not in the database of the knowledge: it is
 * large, made anew from the entries at any time, and may be lost without harm.
 */
export type IndexStore = {
  /** The parts last written, in their order; empty when there are none. */
  read(): Promise<Uint8Array[]>;
  /** Puts these parts in the place of the ones before, whole or not at all. */
  write(parts: Iterable<Uint8Array>): Promise<void>;
  close(): void;
};

type PartRow = { readonly part: number; readonly bytes: Uint8Array };

/** Opens its database at the first use, so that nothing waits for it. */
export function makeDexieIndexStore(name = 'cuecard-index'): IndexStore {
  const database = new Dexie(name) as Dexie & { parts: Table<PartRow, number> };
  database.version(1).stores({ parts: 'part' });
  return {
    read: async () => (await database.parts.orderBy('part').toArray()).map(({ bytes }) => bytes),
    write: (parts) =>
      database.transaction('rw', database.parts, async () => {
        await database.parts.clear();
        let part = 0;
        for (const bytes of parts) await database.parts.put({ part: part++, bytes });
      }),
    close: () => database.close(),
  };
}

/** For private windows and tests: forgets everything with the process. */
export function makeMemoryIndexStore(): IndexStore {
  let kept: Uint8Array[] = [];
  return {
    read: async () => [...kept],
    write: async (parts) => {
      kept = [...parts];
    },
    close() {},
  };
}
