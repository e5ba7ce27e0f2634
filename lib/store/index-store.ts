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

/**
 * All parts one behind the other, as a file: what is kept as values of a database is cloned and
 * unpacked one by one, which takes a start three times as long.
 */
type FileRow = { readonly part: 0; readonly file: Blob; readonly lengths: readonly number[] };

/** Opens its database at the first use, so that nothing waits for it. */
export function makeDexieIndexStore(name = 'cuecard-index'): IndexStore {
  const database = new Dexie(name) as Dexie & { parts: Table<FileRow, number> };
  database.version(1).stores({ parts: 'part' });
  return {
    async read() {
      const row: Partial<FileRow> | undefined = await database.parts.get(0);
      // An earlier version kept each part by itself; its index is of another version, too.
      if (row?.file === undefined) return [];
      const bytes = await row.file.arrayBuffer();
      let from = 0;
      return (row.lengths ?? []).map((length) => {
        const rest = Math.max(0, Math.min(length, bytes.byteLength - from));
        const part = new Uint8Array(bytes, from, rest);
        from += rest;
        return part;
      });
    },
    write: (parts) =>
      database.transaction('rw', database.parts, async () => {
        const lengths: number[] = [];
        const files: Blob[] = [];
        for (const bytes of parts) {
          lengths.push(bytes.length);
          // One by one they leave the process; together they would need twice the memory.
          files.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
        }
        await database.parts.clear();
        await database.parts.put({ part: 0, file: new Blob(files), lengths });
      }),
    close: () => database.close(),
  };
}

/** Begins to read at once what is first asked for later, while other things are read. */
export function readAhead(store: IndexStore): IndexStore {
  let ahead: Promise<Uint8Array[]> | undefined = store.read();
  // Told to whoever asks for it.
  ahead.catch(() => {});
  return {
    read() {
      const reading = ahead ?? store.read();
      ahead = undefined;
      return reading;
    },
    write(parts) {
      ahead = undefined;
      return store.write(parts);
    },
    close: store.close,
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
