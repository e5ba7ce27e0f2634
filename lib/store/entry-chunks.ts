import type { Table } from 'dexie';
import { type Entry, withEntry } from '../domain/entry';
import type { EntryRef } from '../domain/pick';
import { chunkSize, type EntryChunk } from './database';
import { readableEntries } from './readable-rows';

type Chunks = Table<EntryChunk, [string, number]>;

/** The entries of one base, cut into chunks in their order. */
export function inChunks(base: string, entries: readonly Entry[]): EntryChunk[] {
  const chunks: EntryChunk[] = [];
  for (let at = 0; at * chunkSize < entries.length; at++) {
    chunks.push({ base, at, entries: entries.slice(at * chunkSize, (at + 1) * chunkSize) });
  }
  return chunks;
}

/** All chunks of a base, first to last. Their numbers may have gaps, where one became empty. */
export function chunksOf(chunks: Chunks, base: string) {
  return chunks.where('[base+at]').between([base, 0], [base, Number.MAX_SAFE_INTEGER]);
}

/**
 * Writes one entry, and with it only the chunk it belongs to. A chunk into which a removed entry
 * comes back may hold a few more than `chunkSize`; nobody counts on the exact number.
 */
export async function putInChunk(chunks: Chunks, entry: Entry, before?: string): Promise<void> {
  const home =
    (await findChunk(chunks, entry)) ??
    (before === undefined ? undefined : await findChunk(chunks, { base: entry.base, id: before }));
  if (home !== undefined) {
    await chunks.put({ ...home, entries: withEntry(home.entries, entry, before) });
    return;
  }
  const last = await chunksOf(chunks, entry.base).last();
  const { entries, unreadable } = readableEntries(last);
  const fits = last !== undefined && unreadable === 0 && entries.length < chunkSize;
  await chunks.put(
    fits
      ? { ...last, entries: [...entries, entry] }
      : { base: entry.base, at: last === undefined ? 0 : last.at + 1, entries: [entry] },
  );
}

/** Takes one entry out of its chunk, and the chunk away when that was all it held. */
export async function removeFromChunk(chunks: Chunks, ref: EntryRef): Promise<void> {
  const home = await findChunk(chunks, ref);
  if (home === undefined) return;
  const entries = home.entries.filter(({ id }) => id !== ref.id);
  if (entries.length === 0) await chunks.delete([home.base, home.at]);
  else await chunks.put({ ...home, entries });
}

/** Reads chunk by chunk: reading all of 10,000 entries takes tens of ms, writing them seconds. */
async function findChunk(chunks: Chunks, { base, id }: EntryRef): Promise<EntryChunk | undefined> {
  let found: EntryChunk | undefined;
  await chunksOf(chunks, base)
    .until(() => found !== undefined)
    .each((chunk) => {
      const { entries } = readableEntries(chunk);
      if (entries.some((entry) => entry.id === id)) found = { ...chunk, entries };
    });
  return found;
}
