import type { Entry } from '../domain/entry';
import type { Database } from './database';
import { type EntryOutline, outlineOf, outlineRowOf, outlinesIn } from './entry-outlines';
import { readableEntries } from './readable-rows';
import type { Store } from './store';

/**
 * Stands before all others once every chunk has one: from then on none is written without. Comparing
 * them with the keys of the chunks would take as long as reading those.
 */
const allMade = outlineRowOf({ base: '', at: -1, entries: [] });

/** What a database tells of entries without reading them. */
export function outlineTable(
  database: Database,
): Pick<Store, 'readOutlines' | 'readOutlined' | 'makeOutlines'> {
  const { chunks, outlines } = database;
  const readOutlines = async () => {
    const [first, ...rows] = await outlines.toArray();
    if (first?.base !== allMade.base || first.at !== allMade.at) return undefined;
    const read: EntryOutline[] = [];
    for (const row of rows) {
      const own = outlinesIn(row);
      if (own === undefined) return undefined;
      for (const each of own) read.push(each);
    }
    return read;
  };

  return {
    readOutlines,

    async readOutlined(wanted) {
      const keys = new Map(wanted.map(({ base, at }) => [`${at} ${base}`, [base, at] as const]));
      const found = new Map<string, Entry>();
      try {
        for (const chunk of await chunks.bulkGet(
          [...keys.values()].map(([base, at]) => [base, at]),
        )) {
          for (const entry of readableEntries(chunk).entries) found.set(nameOf(entry), entry);
        }
      } catch {
        return undefined;
      }
      const entries: Entry[] = [];
      for (const outline of wanted) {
        const entry = found.get(nameOf(outline));
        if (entry === undefined || !isSame(outlineOf(entry, outline.at), outline)) return undefined;
        entries.push(entry);
      }
      return entries;
    },

    async makeOutlines() {
      if ((await readOutlines()) !== undefined) return;
      await database.transaction('rw', chunks, outlines, async () => {
        await outlines.clear();
        for (const key of await chunks.toCollection().primaryKeys()) {
          const chunk = await chunks.get(key);
          if (chunk === undefined) continue;
          const { entries } = readableEntries(chunk);
          await outlines.put(outlineRowOf({ ...chunk, entries }));
        }
        await outlines.put(allMade);
      });
    },
  };
}

const nameOf = ({ base, id }: Pick<Entry, 'base' | 'id'>) => JSON.stringify([base, id]);

function isSame(one: EntryOutline, other: EntryOutline): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof EntryOutline>;
  return [...keys].every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}
