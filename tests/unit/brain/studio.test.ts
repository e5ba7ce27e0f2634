import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import { answerRuns } from '../../../lib/faces/answer-runs';
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

  it('offers an answer with its attachments below it, as links', async () => {
    const attachments = [
      { name: ' Price [2027] ', url: 'https://files.example/prices (1).pdf'.replace(' ', '%20') },
      { name: 'Map', url: 'http://files.example/map.png' },
    ];
    const answer = '**Ten** to six.';
    const variants = { zh: '十点到六点。' };
    const saved = await brain['studio.save']({
      entry: { ...hours, answer, variants, attachments },
      basedOn: null,
    });
    expect(saved).toMatchObject({
      outcome: 'saved',
      entry: { attachments: [{ name: 'Price [2027]' }, { name: 'Map' }] },
    });
    const shown = async (text: string) =>
      (await brain['cue.rank']({ cueId: 'c', text, earlier: [] })).suggestions[0]?.answer ?? '';
    const template = await shown('when do you open');
    expect(template.startsWith('**Ten** to six.\n\n- [')).toBe(true);
    const links = answerRuns(template).flatMap(({ listed, runs }) =>
      runs.flatMap((run) =>
        run.kind === 'text' && run.link ? [[listed, run.text, run.link.href]] : [],
      ),
    );
    expect(links).toEqual([
      [true, 'Price (2027)', 'https://files.example/prices%20%281%29.pdf'],
      [true, 'Map', 'http://files.example/map.png'],
    ]);
    brain = await wake();
    expect(await shown('when do you open')).toBe(template);
  });

  it('keeps no attachment that is not on the web, and says which', async () => {
    const ask = (attachments: { name: string; url: string }[]) =>
      brain['studio.save']({ entry: { ...hours, attachments }, basedOn: null });
    for (const url of ['javascript:alert(1)', 'files.example/a', 'file:///a', 'https://a b']) {
      expect(
        await ask([
          { name: 'Good', url: 'https://a.example' },
          { name: 'Bad', url },
        ]),
      ).toEqual({
        outcome: 'refused',
        problems: [{ field: 'attachments.url', at: 1, kind: 'no-web-address', limit: null }],
      });
    }
    expect(await ask([{ name: '', url: '' }])).toMatchObject({
      problems: [
        { field: 'attachments.name', at: 0, kind: 'empty' },
        { field: 'attachments.url', at: 0, kind: 'empty' },
      ],
    });
    const many = Array.from({ length: 11 }, () => ({ name: 'a', url: 'https://a.example' }));
    expect(await ask(many)).toMatchObject({
      problems: [{ field: 'attachments', at: null, kind: 'too-many', limit: 10 }],
    });
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
