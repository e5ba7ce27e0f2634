import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKeptIndex } from '../../../lib/brain/kept-index';
import { makeKnowledge } from '../../../lib/brain/make-knowledge';
import { createEngine } from '../../../lib/engine/engine';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { type IndexStore, makeMemoryIndexStore } from '../../../lib/store/index-store';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';

let store: Store;
let indexStore: IndexStore;
const wake = () =>
  makeKnowledge({
    store,
    indexStore,
    readSample: (sample) => readFile(`public/samples/${sample}.json`, 'utf8'),
    now: () => 0,
    tellFaces: (_: BrainNews) => {},
    whenIdle: (work) => work(),
  });
/** A session that trains a small base and keeps its index. */
async function firstSession() {
  const knowledge = await wake();
  await knowledge.ensure('small-talk-en');
  await expect.poll(() => indexStore.read()).not.toEqual([]);
  return knowledge;
}
const cue = { text: 'good morning', today: '2026-11-22' };

beforeEach(() => {
  store = makeMemoryStore();
  indexStore = makeMemoryIndexStore();
});

describe('the index that a brain keeps', () => {
  it('is taken over by the next brain, which ranks the same without training', async () => {
    const before = await firstSession();
    const after = await wake();
    expect(after.indexReport).toEqual({ outcome: 'restored', changed: 0 });
    expect(after.engine.snapshot()).toBeUndefined();
    expect(after.engine.rank(cue)).toEqual(before.engine.rank(cue));
  });

  it('is reported as missing at the very first start', async () => {
    expect((await wake()).indexReport).toEqual({ outcome: 'none' });
  });

  it.each([
    ['damaged', (parts: Uint8Array[]) => parts[0]?.fill(7, 100, 200)],
    [
      'truncated',
      (parts: Uint8Array[]) => parts.splice(0, 1, (parts[0] ?? new Uint8Array()).slice(0, 64)),
    ],
  ])('that is %s is refused, made anew and kept again', async (_, spoil) => {
    const before = await firstSession();
    const parts = (await indexStore.read()).map((part) => part.slice());
    spoil(parts);
    await indexStore.write(parts);
    const after = await wake();
    expect(after.indexReport).toEqual({ outcome: 'refused', why: 'damaged' });
    expect(after.engine.rank(cue)).toEqual(before.engine.rank(cue));
    await expect.poll(() => indexStore.read()).not.toEqual(parts);
    expect((await wake()).indexReport).toEqual({ outcome: 'restored', changed: 0 });
  });

  it('does no harm when its store can neither be read nor written', async () => {
    const broken: IndexStore = {
      read: () => Promise.reject(new Error('no disk')),
      write: () => Promise.reject(new Error('no disk')),
      close() {},
    };
    const kept = makeKeptIndex(createEngine(), broken);
    expect(await kept.restore()).toEqual({ outcome: 'unreadable', why: 'Error: no disk' });
    await kept.keep();
    indexStore = broken;
    expect((await wake()).engine.rank(cue)).toMatchObject({ suggestions: [], related: [] });
  });
});
