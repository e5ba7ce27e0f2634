import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Database } from './database';
import { chunksOf } from './entry-chunks';
import { isBase, readableEntries } from './readable-rows';

export type RowReader = {
  bases(): Promise<KnowledgeBase[]>;
  entries(base: string): Promise<Entry[]>;
  /** The bases of which something could not be read, as far as was looked. */
  damaged(): ReadonlySet<string>;
  /** What was unreadable of this base, or of everything, is there no more. */
  forget(base?: string): void;
};

/**
 * Reads bases and entries of a database that may be damaged in places: what is sound is given back,
 * the rest is counted.
 */
export function makeRowReader(
  database: Database,
  onUnreadable: (count: number) => void = () => {},
): RowReader {
  /** By base, so that reading a base twice counts it once. */
  const unreadable = new Map<string, number>();
  /** Bases whose own row is in ruins. */
  let nameless: readonly KnowledgeBase[] = [];
  const note = (base: string, count: number) => {
    if ((unreadable.get(base) ?? 0) === count) return;
    unreadable.set(base, count);
    onUnreadable([...unreadable.values()].reduce((sum, each) => sum + each, 0));
  };

  return {
    async bases() {
      const rows: readonly unknown[] = await database.bases.toArray();
      const sound = rows.filter(isBase);
      // The entries of a base whose own row is in ruins still answer.
      nameless = rows.filter((row) => !isBase(row)).flatMap(baseOfRuin);
      note('', rows.length - sound.length);
      return [...sound, ...nameless];
    },

    async entries(base) {
      let count = 0;
      const chunks = await readChunks(base, () => count++);
      const entries = chunks.flatMap((chunk) => {
        const read = readableEntries(chunk);
        count += read.unreadable;
        return read.entries;
      });
      note(base, count);
      return entries;
    },

    damaged() {
      const lossy = [...unreadable].filter(([base, count]) => base !== '' && count > 0);
      return new Set([...lossy.map(([base]) => base), ...nameless.map(({ id }) => id)]);
    },

    forget(base) {
      if (base !== undefined) {
        note(base, 0);
        return;
      }
      nameless = [];
      for (const each of [...unreadable.keys()]) note(each, 0);
    },
  };

  /** One by one when they cannot be read all at once: a browser refuses the whole for one bad row. */
  async function readChunks(base: string, onLost: () => void): Promise<unknown[]> {
    try {
      return await chunksOf(database.chunks, base).toArray();
    } catch {
      const chunks: unknown[] = [];
      for (const key of await chunksOf(database.chunks, base).primaryKeys()) {
        try {
          chunks.push(await database.chunks.get(key));
        } catch {
          onLost();
        }
      }
      return chunks;
    }
  }
}

function baseOfRuin(row: unknown): KnowledgeBase[] {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  if (typeof id !== 'string') return [];
  return [{ id, name: id, scope: 'shared', language: 'en', smallTalk: false, updatedAt: 0 }];
}
