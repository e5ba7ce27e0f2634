import { changeChunks } from './change-chunks';
import type { Database } from './database';
import { chunksOf, inChunks } from './entry-chunks';
import type { RowReader } from './row-reader';
import type { Store } from './store';
import { baseKey, entriesAfter, type TeamPage, type TeamRow, teamRowsOf } from './team-rows';
import { teamStateOf } from './team-state';

/** What a database keeps of a team. */
export function teamTable(
  database: Database,
  rows: RowReader,
): Pick<Store, 'readTeam' | 'changeTeam'> & {
  /** Forgets how far the copies of these bases came, where they are a team's. */
  fetchAnew(kbs: readonly string[]): Promise<void>;
} {
  const { bases, chunks, outlines, team } = database;
  return {
    readTeam: async () => teamStateOf(await team.toArray(), rows.damaged()),

    async changeTeam(change) {
      await database.transaction('rw', bases, chunks, outlines, team, async () => {
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
    if (page.whole === undefined) return changeChunks(database, kb, page);
    await chunksOf(chunks, kb).delete();
    await chunks.bulkPut(inChunks(kb, entriesAfter([], page)));
  }
}
