import type { Entry } from '../domain/entry';
import { chunkSize, type Database, type EntryChunk } from './database';
import { chunksOf } from './entry-chunks';
import { isWholeRow } from './entry-outlines';
import { readableEntries } from './readable-rows';
import type { TeamPage } from './team-rows';

/**
 * Writes what a page changes of a base: as `entriesAfter` says, and no other chunks than those that
 * are touched. In a transaction over chunks and outlines.
 */
export async function changeChunks(
  { chunks, outlines }: Pick<Database, 'chunks' | 'outlines'>,
  base: string,
  { put = [], removed = [] }: Pick<TeamPage, 'put' | 'removed'>,
): Promise<void> {
  const gone = new Set(removed);
  const fresh = new Map(put.map((entry) => [entry.id, entry]));
  const keys = await chunksOf(chunks, base).primaryKeys();
  const homes = await homesOf(new Set([...gone, ...fresh.keys()]));
  const last = keys.at(-1)?.[1];
  // What is new goes to the end.
  if (last !== undefined && fresh.size > 0) homes.add(last);

  const touched = [...homes].sort((one, other) => one - other);
  const written: EntryChunk[] = [];
  let end: EntryChunk | undefined;
  for (const chunk of await chunks.bulkGet(touched.map((at) => [base, at]))) {
    if (chunk === undefined) continue;
    const { at } = chunk;
    const { entries, unreadable } = readableEntries(chunk);
    const kept = entries.flatMap((entry) => {
      if (gone.has(entry.id)) return [];
      const changed = fresh.get(entry.id);
      fresh.delete(entry.id);
      return changed ?? entry;
    });
    const isSame = kept.length === entries.length && kept.every((each, n) => each === entries[n]);
    const next = { base, at, entries: kept };
    if (!isSame) written.push(next);
    if (at === last && (!isSame || unreadable === 0)) end = next;
  }

  const added = [...fresh.values()];
  if (end !== undefined && end.entries.length < chunkSize && added.length > 0) {
    end.entries.push(...added.splice(0, chunkSize - end.entries.length));
    if (!written.includes(end)) written.push(end);
  }
  for (let at = last === undefined ? 0 : last + 1; added.length > 0; at++) {
    written.push({ base, at, entries: added.splice(0, chunkSize) });
  }
  const isEmpty = ({ entries }: EntryChunk) => entries.length === 0;
  await chunks.bulkDelete(written.filter(isEmpty).map(({ at }) => [base, at]));
  await chunks.bulkPut(written.filter((chunk) => !isEmpty(chunk)));

  /** The chunks in which these are, by their outlines; where one has none, by the chunk itself. */
  async function homesOf(ids: ReadonlySet<string>): Promise<Set<number>> {
    const rows = await outlines
      .where('[base+at]')
      .between([base, 0], [base, Number.MAX_SAFE_INTEGER])
      .toArray();
    const byChunk = new Map(rows.filter(isWholeRow).map((row) => [row.at, row.ids]));
    const found = new Set<number>();
    for (const [, at] of keys) {
      const own = byChunk.get(at) ?? idsOf(await chunks.get([base, at]));
      if (own.some((id) => ids.has(id))) found.add(at);
    }
    return found;
  }
}

const idsOf = (chunk: EntryChunk | undefined): string[] =>
  readableEntries(chunk).entries.map(({ id }: Entry) => id);
