import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import { type IndexStore, makeMemoryIndexStore } from '../../../lib/store/index-store';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';
import { idleWork } from '../../support/idle-work';
import { makeBase, makeEntry } from '../../support/make-entry';

const said = 'the courier never rang my bell';
const parcel = { base: 'shop', id: 'parcel' };

let store: Store;
let indexStore: IndexStore;
let learnedStore: IndexStore;
const idle = idleWork();
const wake = () =>
  createBrain({
    store,
    indexStore,
    learnedStore,
    readSample: async () => '',
    now: () => Date.parse('2026-11-22T09:00:00Z'),
    tellFaces: () => {},
    whenIdle: idle.whenIdle,
  });
const rest = () => expect.poll(idle.due, { timeout: 10_000 }).toBe(0);
const pick = (brain: BrainHandlers, cueText: string) =>
  brain['event.record']({
    event: { kind: 'inserted', cueText, entry: parcel, place: 1 },
    conversationKey: 'talk',
    consoleId: 'x',
  });
const rank = async (brain: BrainHandlers) => {
  const { suggestions } = await brain['cue.rank']({ cueId: 'c', text: said, earlier: [] });
  return suggestions.map(({ entry, confidence, reasons }) => [entry.id, confidence, reasons]);
};

beforeEach(async () => {
  store = makeMemoryStore();
  indexStore = makeMemoryIndexStore();
  learnedStore = makeMemoryIndexStore();
  const phrasings = (...texts: string[]) =>
    texts.map((text) => ({ text, source: 'author' as const }));
  await store.replaceBase(makeBase({ id: 'shop', name: 'Shop' }), [
    makeEntry({ id: 'refund', base: 'shop', phrasings: phrasings('my money', 'my bell refund') }),
    makeEntry({
      id: 'parcel',
      base: 'shop',
      phrasings: phrasings('it is late', 'is it on its way'),
    }),
  ]);
});

async function brainWithPicks() {
  const brain = await wake();
  await rest();
  for (let at = 0; at < 60; at++) await pick(brain, `${said} ${at}`);
  await rest();
  return brain;
}

describe('what a brain keeps of its lessons', () => {
  it('lets the next one rank as it did before anything is learned again', async () => {
    const before = await rank(await brainWithPicks());
    expect(before[0]?.[0]).toBe('parcel');
    expect((await learnedStore.read()).length).toBeGreaterThan(0);
    const after = await wake();
    expect(await rank(after)).toEqual(before);
    await rest();
    expect(await rank(after)).toEqual(before);
  });

  it('that cannot be read or is not whole is learned again', async () => {
    const before = await rank(await brainWithPicks());
    const parts = (await learnedStore.read()).map((part) => part.slice());
    parts[0]?.fill(9, 64, 128);
    await learnedStore.write(parts);
    const next = await wake();
    await expect.poll(() => rank(next)).toEqual(before);
    learnedStore.read = () => Promise.reject(new Error('no disk'));
    const last = await wake();
    await expect.poll(() => rank(last)).toEqual(before);
  });

  it('holds nothing of lessons that are gone', async () => {
    const brain = await brainWithPicks();
    await brain['data.erase-conversations']({
      conversations: [{ conversationKey: 'talk', consoleId: 'x' }],
    });
    await rest();
    expect(await learnedStore.read()).toEqual([]);
  });

  it('is nothing once all was erased', async () => {
    const brain = await brainWithPicks();
    await brain['data.erase-all'](null);
    await rest();
    expect(await learnedStore.read()).toEqual([]);
  });

  it('goes when all texts were forgotten while nobody was there', async () => {
    await brainWithPicks();
    await store.forgetText(Number.POSITIVE_INFINITY);
    await wake();
    await rest();
    await expect.poll(() => learnedStore.read()).toEqual([]);
  });
});
