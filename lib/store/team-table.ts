import type { Database } from './database';
import { chunksOf, inChunks, putInChunk, removeFromChunk } from './entry-chunks';
import { readableEntries } from './readable-rows';
import type { RowReader } from './row-reader';
import type { Store } from './store';
import { baseKey, entriesAfter, type TeamPage, type TeamRow, teamRowsOf } from './team-rows';
import { teamStateOf } from './team-state';

/** More entries than this are written with the whole base at once: each alone looks for its chunk. */
const mostSingly = 8;

/** What a database keeps of a team. */
export function teamTable(
  database: Database,
  rows: RowReader,
): Pick<Store, 'readTeam' | 'changeTeam'> & {
  /** Forgets how far the copies of these bases came, where they are a team's. */
  fetchAnew(kbs: readonly string[]): Promise<void>;
} {
  const { bases, chunks, team } = database;
  return {
    readTeam: async () => teamStateOf(await team.toArray(), rows.damaged()),

    async changeTeam(change) {
      await database.transaction('rw', bases, chunks, team, async () => {
        const { drafts } = teamStateOf(await team.toArray());
        const { put, dropped } = teamRowsOf(change, drafts);
        await team.bulkDelete(dropped);
        await team.bulkPut(put);
        for (const kb of change.wipe ?? []) {
          await chunksOf(chunks, kb).delete();
          await bases.delete(kb);
        }
        if (change.page !== undefined) await write(change.page);
      });
      for (const kb of change.wipe ?? []) rows.forget(kb);
      if (change.page?.whole === undefined) return;
      rows.forget(change.page.team.kb);
      // A base whose own row was in ruins may be named again.
      if (change.page.base !== undefined) await rows.bases();
    },

    async fetchAnew(kbs) {
      await team
        .where('key')
        .anyOf(kbs.map(baseKey))
        .modify((row: TeamRow, ref) => {
          if (typeof row.value === 'object')
            ref.value = { ...row, value: { ...row.value, cursor: null } };
        });
    },
  };

  async function write(page: TeamPage): Promise<void> {
    const { kb } = page.team;
    if (page.base !== undefined) await bases.put(page.base);
    const { whole, put = [], removed = [] } = page;
    if (whole === undefined && put.length + removed.length <= mostSingly) {
      for (const id of removed) await removeFromChunk(chunks, { base: kb, id });
      for (const entry of put) await putInChunk(chunks, entry);
      return;
    }
    const before = (await chunksOf(chunks, kb).toArray()).flatMap(
      (chunk) => readableEntries(chunk).entries,
    );
    await chunksOf(chunks, kb).delete();
    await chunks.bulkPut(inChunks(kb, entriesAfter(before, page)));
  }
}
