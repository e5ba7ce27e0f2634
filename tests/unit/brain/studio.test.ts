import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';
import { makeBase, makeEntry } from '../../support/make-entry';
import { emptySmallTalk } from '../faces/support/studio-brain';

let store: Store;
let news: BrainNews[];
let brain: BrainHandlers;
const wake = () =>
  createBrain({
    store,
    readSample: async (sample) => emptySmallTalk(sample),
    now: () => Date.parse('2026-11-22T09:00:00'),
    tellFaces: (told) => news.push(told),
    whenIdle: (work) => work(),
  });
const {
  links: _,
  updatedAt: __,
  ...hours
} = makeEntry({
  id: 'hours',
  base: 'mine',
  phrasings: [{ text: 'when do you open', source: 'author' }],
});
const first = async (text: string) =>
  (await brain['cue.rank']({ cueId: 'c', text, earlier: [] })).suggestions[0]?.entry.id;

beforeEach(async () => {
  store = makeMemoryStore();
  await store.putBase(makeBase({ id: 'mine' }));
  news = [];
  brain = await wake();
});

describe('the brain, written in by the Studio', () => {
  it('ranks a new answer at once, tells every face, and still has it after a restart', async () => {
    expect(await first('when do you open')).toBeUndefined();
    await brain['studio.save']({ entry: hours, basedOn: null });
    expect(await first('when do you open')).toBe('hours');
    expect(news).toContainEqual({
      news: 'knowledge.changed',
      bases: expect.arrayContaining([expect.objectContaining({ id: 'mine', entries: 1 })]),
    });
    brain = await wake();
    expect(await first('when do you open')).toBe('hours');
  });

  it('forgets a deleted answer at once, in ranking and in Find', async () => {
    await brain['studio.save']({ entry: hours, basedOn: null });
    await brain['studio.delete']({ base: 'mine', id: 'hours' });
    expect(await first('when do you open')).toBeUndefined();
    expect((await brain['entries.find']({ query: 'open', limit: 5 })).suggestions).toEqual([]);
    expect(await brain['studio.delete']({ base: 'mine', id: 'hours' })).toEqual({ removed: null });
  });

  it('shows a renamed base on the cards', async () => {
    await brain['studio.save']({ entry: hours, basedOn: null });
    const named = { id: 'mine', name: 'Fibre', language: 'en', holding: '' } as const;
    await brain['studio.save-base'](named);
    const { suggestions } = await brain['cue.rank']({
      cueId: 'c',
      text: 'when do you open',
      earlier: [],
    });
    expect(suggestions[0]?.baseName).toBe('Fibre');
  });

  it('changes neither memory nor store when an answer cannot be written', async () => {
    await brain['studio.save']({ entry: hours, basedOn: null });
    store.putEntry = async () => {
      throw new Error('disk full');
    };
    const changed = { ...hours, phrasings: [{ text: 'zebra stripes', source: 'author' } as const] };
    await expect(brain['studio.save']({ entry: changed, basedOn: null })).rejects.toThrow(
      'disk full',
    );
    expect(await first('when do you open')).toBe('hours');
    expect(await first('zebra stripes')).toBeUndefined();
  });
});
