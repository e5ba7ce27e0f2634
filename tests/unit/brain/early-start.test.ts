import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '../../../lib/base/must';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import { makeKnowledge } from '../../../lib/brain/make-knowledge';
import type { Entry } from '../../../lib/domain/entry';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { allKept } from '../../../lib/protocol/storage-calls';
import { makeDatabase } from '../../../lib/store/database';
import { type DexieStore, openDexieStore } from '../../../lib/store/dexie-store';
import { type IndexStore, makeMemoryIndexStore } from '../../../lib/store/index-store';
import { type DraftStore, makeDraftStore } from '../../../lib/sync/draft-store';
import { makeBase, makeEntry } from '../../support/make-entry';

const things = 'router,modem,booster,doorbell,speaker,camera,charger,tablet,headset,lamp'.split(
  ',',
);
const problems = 'arrived broken,was never delivered,gets too hot,was charged twice'.split(',');
const entryOf = (at: number, part: Partial<Entry> = {}) => {
  const title = `Kestrel ${1 + Math.floor(at / 40)} ${things[at % 10]} ${problems[at % 4]}`;
  return makeEntry({
    id: `e${at}`,
    base: 'shop',
    title,
    phrasings: [{ text: `my ${title}, what now`, source: 'author' }],
    answer: `On shelf ${at}.`,
    ...part,
  });
};
const entries = Array.from({ length: 2_400 }, (_, at) => entryOf(at));
const today = '2026-11-22';
const messages = [
  'hello',
  'my kestrel 7 modem was never delivered',
  'the speaker gets so hot! And kestrel 12 lamp arrived broken',
  'where is the vouchers desk',
];

/** What the first session trained; each test has a copy of its own. */
let trained: readonly Uint8Array[];
let databases = 0;
let name: string;
let store: DexieStore;
let drafts: DraftStore;
let indexStore: IndexStore;
let letRead = () => {};

/** A brain's knowledge over a store that gives whole bases only once `letRead` was called. */
async function wake({ mayRead = false } = {}) {
  const told: BrainNews[] = [];
  const gate = mayRead ? Promise.resolve() : new Promise<void>((resolve) => (letRead = resolve));
  const slow = new Proxy(drafts, {
    get: (target, method) =>
      method === 'readEntries'
        ? async (base: string) => gate.then(() => target.readEntries(base))
        : Reflect.get(target, method),
  });
  const knowledge = await makeKnowledge({
    store: slow,
    indexStore,
    readSample: (sample) => readFile(`public/samples/${sample}.json`, 'utf8'),
    now: () => 0,
    tellFaces: (news) => told.push(news),
    whenIdle: (work) => setTimeout(work),
  });
  return { knowledge, told };
}
const rankAll = async ({ knowledge }: Awaited<ReturnType<typeof wake>>) =>
  Promise.all(messages.map((text) => knowledge.rank({ text, today })));

/** What a brain says that has read everything and trained nothing. */
async function rankWhole() {
  const awake = await wake({ mayRead: true });
  await awake.knowledge.whole;
  return rankAll(awake);
}

beforeAll(async () => {
  name = 'early-first';
  store = await openDexieStore(name);
  drafts = await makeDraftStore(store);
  indexStore = makeMemoryIndexStore();
  const { knowledge } = await wake({ mayRead: true });
  for (const sample of ['small-talk-en', 'small-talk-zh'] as const) await knowledge.ensure(sample);
  await store.replaceBase(makeBase({ id: 'shop' }), entries);
  // What the small talk alone was trained to is not what the tests are about.
  indexStore = makeMemoryIndexStore();
  await wake({ mayRead: true });
  await vi.waitFor(async () => expect((await indexStore.read()).length).toBeGreaterThan(0), {
    timeout: 90_000,
  });
  trained = await indexStore.read();
}, 120_000);

beforeEach(async () => {
  const source = makeDatabase('early-first');
  name = `early-${databases++}`;
  const copy = makeDatabase(name);
  await copy.bases.bulkPut(await source.bases.toArray());
  await copy.chunks.bulkPut(await source.chunks.toArray());
  source.close();
  copy.close();
  store = await openDexieStore(name);
  await store.makeOutlines();
  drafts = await makeDraftStore(store);
  indexStore = makeMemoryIndexStore();
  await indexStore.write(trained.map((part) => part.slice()));
});

describe('a large base whose index was kept', () => {
  it('answers before its entries are read, and the same as after', async () => {
    const awake = await wake();
    const { knowledge } = awake;
    expect(knowledge.indexReport).toEqual({ outcome: 'restored', changed: 0 });
    const early = await rankAll(awake);
    expect(knowledge.whole).toBeDefined();
    expect(knowledge.summary().find(({ id }) => id === 'shop')?.entries).toBe(2_400);
    for (const { suggestions } of early) {
      for (const each of suggestions) {
        expect(knowledge.entry(`${each.base}/${each.id}`)?.entry.id).toBe(each.id);
      }
    }
    expect(early[1]?.suggestions[0]?.id).toMatch(/^e\d+$/);
    letRead();
    await knowledge.whole;
    expect(await rankAll(awake)).toEqual(early);
    expect(knowledge.base('shop')?.entries).toEqual(entries);
    expect(early).toEqual(
      await (async () => {
        const other = makeDatabase(name);
        await other.outlines.clear();
        other.close();
        return rankWhole();
      })(),
    );
  });

  it('knows at once what has changed since', async () => {
    const changed = entryOf(5, { title: 'the vouchers desk', phrasings: [] });
    await store.putEntry(changed);
    await store.putEntry(entryOf(2_400, { title: 'Vouchers for two' }));
    await store.removeEntry({ base: 'shop', id: 'e241' });
    const awake = await wake();
    expect(awake.knowledge.indexReport).toEqual({ outcome: 'restored', changed: 4 });
    const early = await rankAll(awake);
    expect(awake.knowledge.whole).toBeDefined();
    expect(early[3]?.suggestions.map(({ id }) => id)).toContain('e5');
    letRead();
    await awake.knowledge.whole;
    expect(await rankAll(awake)).toEqual(early);
    expect(early).toEqual(await rankWhole());
  });

  it('leaves the small talk as a person wrote it, and asks no panel to rank anew', async () => {
    const [hello, ...more] = await store.readEntries('small-talk-en');
    await store.putEntry({ ...must(hello, 'a greeting'), answer: 'Ahoy, {name}!' });
    const awake = await wake();
    await awake.knowledge.ensure('small-talk-en');
    expect(awake.told).toEqual([]);
    letRead();
    await awake.knowledge.whole;
    await awake.knowledge.ensure('small-talk-en');
    const written = await store.readEntries('small-talk-en');
    expect(written.map(({ answer }) => answer)).toEqual([
      'Ahoy, {name}!',
      ...more.map(({ answer }) => answer),
    ]);
    expect(awake.knowledge.base('small-talk-en')?.entries).toEqual(written);
  });

  it('has the drafts of a team in it', async () => {
    const team = { kb: 'shop', role: 'author', readKey: 'k', cursor: null } as const;
    await drafts.changeTeam({ bases: [team] });
    await drafts.putEntry(entryOf(7, { title: 'the vouchers desk', phrasings: [] }));
    await drafts.removeEntry({ base: 'shop', id: 'e8' });
    const awake = await wake();
    const early = await rankAll(awake);
    expect(awake.knowledge.whole).toBeDefined();
    expect(early[3]?.suggestions.map(({ id }) => id)).toContain('e7');
    expect(awake.knowledge.entry('shop/e7')?.entry.title).toBe('the vouchers desk');
    letRead();
    await awake.knowledge.whole;
    expect(await rankAll(awake)).toEqual(early);
  });

  it('waits for all entries when those of a card cannot be read', async () => {
    const database = makeDatabase(name);
    const rows = await database.outlines.toArray();
    for (const chunk of await database.chunks.toArray()) {
      if (chunk.base !== 'shop') continue;
      const spoilt = chunk.entries.map((entry, at) => (at % 2 ? entry : { ...entry, answer: 7 }));
      await database.chunks.put({ ...chunk, entries: spoilt as Entry[] });
    }
    await database.outlines.bulkPut(rows);
    database.close();
    const awake = await wake();
    const asked = rankAll(awake);
    letRead();
    const ids = (await asked).flatMap(({ suggestions }) => suggestions.map(({ id }) => id));
    expect(awake.knowledge.whole).toBeUndefined();
    expect(ids.filter((id) => /^e\d*[02468]$/.test(id))).toEqual([]);
    expect(ids.filter((id) => /^e\d+$/.test(id)).length).toBeGreaterThan(0);
  });

  describe('of which the rest cannot be read', () => {
    const rank = (brain: BrainHandlers) =>
      brain['cue.rank']({ cueId: 'c1', text: messages[1] ?? '', earlier: [] });
    const find = async (brain: BrainHandlers) =>
      (await brain['entries.find']({ query: 'modem', limit: 3 })).suggestions;

    async function wakeBrain() {
      let hasFault = true;
      const mend = () => {
        hasFault = false;
      };
      const faulty = new Proxy(drafts, {
        get: (target, method) =>
          method === 'readEntries' && hasFault
            ? () => Promise.reject(new Error('no disk'))
            : Reflect.get(target, method),
      });
      const brain = await createBrain({
        store: faulty,
        storage: {
          report: () => ({ state: hasFault ? 'damaged' : 'kept', unreadable: 0 }),
          async repair() {
            mend();
            return allKept;
          },
        },
        indexStore,
        readSample: (sample) => readFile(`public/samples/${sample}.json`, 'utf8'),
        now: () => 0,
        tellFaces: () => {},
        whenIdle: (work) => setTimeout(work),
      });
      return { brain, mend };
    }

    it('answers all the same, and reads it again for whoever needs it', async () => {
      const { brain, mend } = await wakeBrain();
      const early = await rank(brain);
      expect(early.suggestions).not.toEqual([]);
      await expect(find(brain)).rejects.toThrow('no disk');
      await expect(find(brain)).rejects.toThrow('no disk');
      expect(await rank(brain)).toEqual(early);
      mend();
      expect(await find(brain)).toHaveLength(3);
      expect(await rank(brain)).toEqual(early);
    });

    it('is mended by a repair, which does not wait for it', async () => {
      const { brain } = await wakeBrain();
      await expect(find(brain)).rejects.toThrow('no disk');
      expect(await brain['storage.repair'](null)).toEqual(allKept);
      expect(await find(brain)).toHaveLength(3);
    });
  });

  it.each([
    ['damaged', (parts: Uint8Array[]) => parts[0]?.fill(7, 100, 200)],
    ['missing', (parts: Uint8Array[]) => parts.splice(0)],
  ])('is read whole and trained anew where that is %s', async (_, spoil) => {
    const parts = (await indexStore.read()).map((part) => part.slice());
    spoil(parts);
    await indexStore.write(parts);
    const { knowledge } = await wake({ mayRead: true });
    expect(knowledge.whole).toBeUndefined();
    expect(knowledge.indexReport.outcome).not.toBe('restored');
    expect(knowledge.engine.size).toBeGreaterThan(2_400);
    expect(knowledge.base('shop')?.entries).toEqual(entries);
  });
});
