import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { makeDatabase } from '../../../lib/store/database';
import { openDexieStore } from '../../../lib/store/dexie-store';
import { type Migration, migrations } from '../../../lib/store/migrations';

const sampleFile = (version: number) => `tests/fixtures/store/version-${version}.json`;
const newest = Math.max(...migrations.map(({ version }) => version));

/** A database as that version of Cuecard left it. */
async function writeSample(name: string, upTo: number) {
  const old = new Dexie(name);
  for (const { version, tables } of migrations.filter(({ version }) => version <= upTo)) {
    old.version(version).stores(tables);
  }
  const sample = JSON.parse(readFileSync(sampleFile(upTo), 'utf8'));
  for (const [table, rows] of Object.entries(sample)) {
    await old.table(table).bulkAdd(rows as object[]);
  }
  old.close();
  return sample;
}

describe('the migrations', () => {
  it('have a frozen sample for every version', () => {
    expect(
      migrations.map(({ version }) => sampleFile(version)).filter((file) => !existsSync(file)),
    ).toEqual([]);
  });

  it('are numbered upwards without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });

  it.each(migrations.map(({ version }) => version))(
    'bring version %i to today without losing anything',
    async (version) => {
      const name = `migration-${version}`;
      const sample = await writeSample(name, version);
      const store = await openDexieStore(name);
      expect(await store.readEntries('shop')).toMatchObject(sample.chunks[0].entries);
      expect(await store.readSettings()).toEqual({ theme: 'dark' });
      expect(await store.readEvents(0, 10)).toMatchObject(sample.events);
      expect((await store.countPicks()).size).toBe(1);
      store.close();
    },
  );

  it('that fail leave the old version as it was', async () => {
    const name = 'migration-fails';
    await writeSample(name, newest);
    const broken: Migration = {
      version: newest + 1,
      tables: {},
      upgrade: async (transaction) => {
        await transaction.table('bases').clear();
        throw new Error('cannot read this row');
      },
    };
    const next = makeDatabase(name);
    next
      .version(broken.version)
      .stores(broken.tables)
      .upgrade(broken.upgrade as never);
    await expect(next.open()).rejects.toThrow('cannot read this row');
    next.close();

    const store = await openDexieStore(name);
    expect((await store.readBases()).map(({ id }) => id)).toEqual(['shop']);
    store.close();
  });
});
