import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../lib/domain/entry';
import { makeDatabase } from '../../../lib/store/database';
import { type DexieStore, openDexieStore } from '../../../lib/store/dexie-store';
import { outlineOf } from '../../../lib/store/entry-outlines';
import { entriesAfter, type TeamPage } from '../../../lib/store/team-rows';
import { makeBase, makeEntry } from '../../support/make-entry';
import { seeded } from '../../support/seeded';

let databases = 0;
const newName = () => `pages-${databases++}`;
const cursor = { epoch: '0'.repeat(32), version: 2, chain: '0'.repeat(64) };
const team = { kb: 'b', role: 'agent', readKey: '1'.repeat(32), cursor } as const;
const entryOf = (at: number, answer = 'Old.') => makeEntry({ id: `e${at}`, base: 'b', answer });
const many = (count: number) => Array.from({ length: count }, (_, at) => entryOf(at));

afterEach(() => vi.restoreAllMocks());

async function openWith(count: number, name = newName()) {
  const store = await openDexieStore(name);
  await store.replaceBase(makeBase({ id: 'b' }), many(count));
  await store.makeOutlines();
  return store;
}

/** What was written to the chunks, as their numbers and sizes. */
function watchWrites() {
  const written: [number, number][] = [];
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given: Parameters<typeof put>
  ) {
    const [row] = given;
    if (this.name === 'chunks') written.push([row.at, row.entries.length]);
    return put.apply(this, given);
  });
  return written;
}

async function expectSame(store: DexieStore, entries: readonly Entry[], why: string) {
  expect(await store.readEntries('b'), why).toEqual(entries);
  const outlines = await store.readOutlines();
  expect(outlines, why).toEqual(
    entries.map((entry) => ({ ...outlineOf(entry, 0), at: expect.any(Number) })),
  );
}

describe('a page of a team’s changes', () => {
  it('leaves what a whole rewrite would leave, whatever it changes', async () => {
    const random = seeded(6);
    const upTo = (count: number) => Math.floor(random() * count);
    for (let run = 1; run <= 12; run++) {
      const count = upTo(620);
      const store = await openWith(count);
      let entries: Entry[] = many(count);
      for (let step = 0; step < 4; step++) {
        const most = [3, 40, 260][upTo(3)] ?? 3;
        // Of one neighbourhood, or of all; new ones, and some that are not there, among them.
        const from = upTo(count + 1);
        const ids = () => from + upTo(random() < 0.5 ? 30 : count + 250);
        const page: TeamPage = {
          team,
          put: Array.from({ length: upTo(most) }, () => entryOf(ids(), `New ${run}.${step}.`)),
          removed: Array.from({ length: upTo(most) }, () => `e${ids()}`),
        };
        await store.changeTeam({ page });
        entries = entriesAfter(entries, page);
        await expectSame(store, entries, `run ${run}, step ${step}`);
      }
      store.close();
    }
  });

  it('writes the chunks that it touches, each once, and no others', async () => {
    const store = await openWith(1_100);
    const written = watchWrites();
    const changed = [210, 211, 399, ...Array.from({ length: 20 }, (_, at) => 820 + at)];
    const page = {
      team,
      put: [...changed, 2_000].map((at) => entryOf(at, 'New.')),
      removed: ['e5'],
    };
    await store.changeTeam({ page });
    expect(written.sort(([one], [other]) => one - other)).toEqual([
      [0, 199],
      [1, 200],
      [4, 200],
      [5, 101],
    ]);
    await expectSame(store, entriesAfter(many(1_100), page), 'after');
    written.length = 0;
    await store.changeTeam({ page: { team, put: [entryOf(450, 'New.')], removed: ['e9000'] } });
    expect(written).toEqual([[2, 200]]);
    store.close();
  });

  it('finds them also where an earlier version kept no outlines', async () => {
    const name = newName();
    const store = await openWith(450, name);
    const raw = makeDatabase(name);
    await raw.outlines.clear();
    raw.close();
    const page = { team, put: [entryOf(7, 'New.'), entryOf(600)], removed: ['e301'] };
    await store.changeTeam({ page });
    expect(await store.readEntries('b')).toEqual(entriesAfter(many(450), page));
    await store.makeOutlines();
    await expectSame(store, entriesAfter(many(450), page), 'after');
    store.close();
  });
});
