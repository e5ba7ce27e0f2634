import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/domain/entry';
import { makeDatabase } from '../../../lib/store/database';
import { type DexieStore, openDexieStore } from '../../../lib/store/dexie-store';
import { outlineOf } from '../../../lib/store/entry-outlines';
import { makeBase, makeEntry } from '../../support/make-entry';

let databases = 0;
const name = () => `outlines-${databases++}`;
const entryOf = (base: string, at: number, title = 'a title'): Entry =>
  makeEntry({
    id: `e${at}`,
    base,
    title,
    phrasings: [{ text: `how about ${at}`, source: 'author' }],
    ...(at % 3 === 0 ? { validUntil: '2027-01-01' } : {}),
    ...(at % 4 === 0 ? { variants: { zh: '中文' } } : {}),
    ...(at % 5 === 0 ? { links: [{ to: 'other', kind: 'overrides' }] } : {}),
  });
const many = (base: string, count: number) =>
  Array.from({ length: count }, (_, at) => entryOf(base, at));

/** What the entries that are read say, by their names alone: where they lie is the store's matter. */
async function readOf(store: DexieStore) {
  const all: Entry[] = [];
  for (const { id } of await store.readBases()) all.push(...(await store.readEntries(id)));
  return all.map((entry) => ({ ...outlineOf(entry, 0), at: expect.any(Number) }));
}

const write = fc.oneof(
  fc.record({ kind: fc.constant('replace'), base: fc.constantFrom('a', 'b'), at: fc.nat(450) }),
  fc.record({
    kind: fc.constantFrom('put', 'remove', 'page', 'whole', 'wipe', 'remove-base'),
    base: fc.constantFrom('a', 'b'),
    at: fc.nat(30),
  }),
);

async function carryOut(
  store: DexieStore,
  { kind, base, at }: { kind: string; base: string; at: number },
) {
  const team = { kb: base, role: 'author', readKey: 'k', cursor: null } as const;
  if (kind === 'replace') return store.replaceBase(makeBase({ id: base }), many(base, at));
  if (kind === 'remove') return store.removeEntry({ base, id: `e${at}` });
  if (kind === 'remove-base') return store.removeBase(base);
  if (kind === 'wipe') return store.changeTeam({ wipe: [base] });
  if (!(await store.readBases()).some(({ id }) => id === base)) return;
  const changed = entryOf(base, at, `changed ${at}`);
  if (kind === 'put') return store.putEntry(changed);
  const own = makeBase({ id: base });
  if (kind === 'whole') {
    return store.changeTeam({ page: { team, base: own, whole: many(base, 300) } });
  }
  const removed = [`e${at + 1}`, `e${at + 2}`];
  return store.changeTeam({ page: { team, base: own, put: [changed], removed } });
}

describe('the outlines of entries', () => {
  it('say after any writes what the entries say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 8 }), async (writes) => {
        const store = await openDexieStore(name());
        await store.makeOutlines();
        for (const each of writes) {
          await carryOut(store, each);
          expect(await store.readOutlines()).toEqual(await readOf(store));
        }
        const outlines = (await store.readOutlines()) ?? [];
        const some = outlines.filter((_, at) => at % 7 === 0);
        const ids = (list: readonly { base: string; id: string }[] | undefined) =>
          list?.map(({ base, id }) => `${base} ${id}`);
        expect(ids(await store.readOutlined(some))).toEqual(ids(some));
        await store.eraseAll();
        expect(await store.readOutlines()).toBeUndefined();
        store.close();
      }),
      { numRuns: 40 },
    );
  });

  it('are missing where an earlier version wrote the entries, until they are made', async () => {
    const own = name();
    const store = await openDexieStore(own);
    await store.replaceBase(makeBase({ id: 'a' }), many('a', 450));
    const database = makeDatabase(own);
    await database.outlines.delete(['a', 1]);
    expect(await store.readOutlines()).toBeUndefined();
    await store.makeOutlines();
    expect(await store.readOutlines()).toEqual(await readOf(store));
    database.close();
    store.close();
  });

  it.each([
    ['of other rules', { rules: 0 }],
    ['with too few prints', { prints: Float64Array.of(1) }],
    ['without ids', { ids: 'none' }],
  ])('that are %s are not believed', async (_, ruin) => {
    const own = name();
    const store = await openDexieStore(own);
    await store.replaceBase(makeBase({ id: 'a' }), many('a', 250));
    await store.makeOutlines();
    expect(await store.readOutlines()).toHaveLength(250);
    const database = makeDatabase(own);
    await database.outlines.update(['a', 1], ruin as never);
    expect(await store.readOutlines()).toBeUndefined();
    database.close();
    store.close();
  });

  it.each([
    ['gone', []],
    ['another', [entryOf('a', 2, 'another title'), ...many('a', 2)]],
    ['a ruin', [{ ...entryOf('a', 2), answer: 7 } as never, ...many('a', 2)]],
  ])('do not pass for an entry that is %s', async (_, entries) => {
    const own = name();
    const store = await openDexieStore(own);
    await store.replaceBase(makeBase({ id: 'a' }), many('a', 3));
    await store.makeOutlines();
    const outlines = (await store.readOutlines()) ?? [];
    const database = makeDatabase(own);
    const row = await database.outlines.get(['a', 0]);
    await database.chunks.put({ base: 'a', at: 0, entries });
    if (row !== undefined) await database.outlines.put(row);
    expect(outlines).toHaveLength(3);
    expect(await store.readOutlined(outlines)).toBeUndefined();
    database.close();
    store.close();
  });
});
