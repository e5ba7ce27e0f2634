import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { BrainNews } from '../../../lib/protocol/brain-calls';
import type { ImportOptions, ReadyPreview } from '../../../lib/protocol/import-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';

const csv = 'id,title,phrasing,answer\nhours,Opening hours,when do you open,We open at nine.\n';
const into: ImportOptions = { base: { id: 'mine', name: 'Mine', language: 'en' } };

let store: Store;
let news: BrainNews[];
let brain: BrainHandlers;

beforeEach(async () => {
  store = makeMemoryStore();
  news = [];
  brain = await createBrain({
    store,
    readSample: async () =>
      JSON.stringify({
        format: 'cuecard/1',
        base: { id: 'small-talk-en', name: 'Small talk', language: 'en', smallTalk: true },
        entries: [],
      }),
    now: () => 1,
    tellFaces: (told) => news.push(told),
    whenIdle: (work) => setImmediate(work),
  });
});

async function preview(text: string, options = into): Promise<ReadyPreview> {
  const made = await brain['import.preview']({
    fileName: 'mine.csv',
    bytes: new TextEncoder().encode(text),
    options,
  });
  if (made.outcome !== 'ready') throw new Error(made.problems[0]?.reason);
  return made;
}

async function apply(text: string, mode: 'merge' | 'replace' = 'merge') {
  const { previewId } = await preview(text);
  const applied = await brain['import.apply']({ previewId, mode });
  if (applied.outcome !== 'imported') throw new Error(applied.outcome);
  return applied;
}

const stored = async () => (await store.readEntries('mine')).map(({ id, answer }) => [id, answer]);

describe('importing into the brain', () => {
  it('changes nothing until the preview is applied', async () => {
    const made = await preview(csv);
    expect(made.counts).toEqual({ new: 1, changed: 0, same: 0, removed: 0, duplicate: 0, bad: 0 });
    expect(await store.readBases()).not.toContainEqual(expect.objectContaining({ id: 'mine' }));
    await brain['import.apply']({ previewId: made.previewId, mode: 'merge' });
    expect(await stored()).toEqual([['hours', 'We open at nine.']]);
    const ranked = await brain['cue.rank']({ cueId: 'c', text: 'when do you open?', earlier: [] });
    expect(ranked.suggestions[0]?.entry.id).toBe('hours');
  });

  it('counts what is new, changed, the same and gone, and merges or replaces', async () => {
    await apply('id,title,answer\na,A,one\nb,B,two\nc,C,three\n');
    const made = await preview('id,title,answer\nb,B,2\nc,C,three\nd,D,four\n');
    expect(made.counts).toMatchObject({ new: 1, changed: 1, same: 1, removed: 1 });
    expect(made.baseExists).toBe(true);
    await brain['import.apply']({ previewId: made.previewId, mode: 'merge' });
    expect(await stored()).toEqual([
      ['a', 'one'],
      ['b', '2'],
      ['c', 'three'],
      ['d', 'four'],
    ]);
    expect(await apply('id,title,answer\nd,D,4\n', 'replace')).toMatchObject({
      changed: 1,
      removed: 3,
    });
    expect(await stored()).toEqual([['d', '4']]);
  });

  it('is undone exactly, once, and removes the base that it made', async () => {
    const first = await apply(csv);
    const before = [await store.readBases(), await store.readEntries('mine')];
    const second = await apply('id,title,answer\nhours,Hours,At ten.\nx,X,x\n', 'replace');
    expect(await brain['import.undo']({ undoId: second.undoId })).toMatchObject({
      outcome: 'undone',
    });
    expect([await store.readBases(), await store.readEntries('mine')]).toEqual(before);
    expect(await brain['import.undo']({ undoId: second.undoId })).toEqual({ outcome: 'forgotten' });
    expect(await brain['import.undo']({ undoId: first.undoId })).toEqual({
      outcome: 'undone',
      base: null,
    });
    expect(await store.readEntries('mine')).toEqual([]);
  });

  it('does not undo over what was changed since, nor apply a preview that is out of date', async () => {
    const first = await apply(csv);
    const stale = await preview('id,title,answer\nhours,Hours,At eleven.\n');
    await apply('id,title,answer\nhours,Opening hours,At ten.\n');
    expect(await brain['import.undo']({ undoId: first.undoId })).toEqual({ outcome: 'outdated' });
    expect(await brain['import.apply']({ previewId: stale.previewId, mode: 'merge' })).toEqual({
      outcome: 'outdated',
    });
    expect(await stored()).toEqual([['hours', 'At ten.']]);
  });

  it('leaves everything as it was when the storage fails', async () => {
    await apply(csv);
    const { previewId } = await preview('id,title,answer\nhours,Opening hours,At ten.\n');
    store.replaceBase = async () => {
      throw new Error('The disk is full');
    };
    await expect(brain['import.apply']({ previewId, mode: 'merge' })).rejects.toThrow('full');
    expect(await stored()).toEqual([['hours', 'We open at nine.']]);
    const { suggestions } = await brain['entries.find']({ query: 'opening', limit: 1 });
    expect(suggestions[0]?.answer).toBe('We open at nine.');
  });

  it('tells how far it is, up to the end', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => `e${at},Title ${at},Answer ${at}\n`);
    const { previewId } = await preview(`id,title,answer\n${rows.join('')}`);
    news.length = 0;
    await brain['import.apply']({ previewId, mode: 'merge' });
    const told = news.flatMap((each) => (each.news === 'import.progress' ? [each] : []));
    expect(told[0]).toEqual({ news: 'import.progress', previewId, done: 0, total: 450 });
    expect(told.at(-1)).toMatchObject({ done: 450, total: 450 });
    const done = told.map((each) => each.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(3);
  });

  it('maps the columns of the same file again without its bytes', async () => {
    const made = await preview('A,B\nBy card or transfer.,How do I pay?\n');
    const again = await brain['import.remap']({
      previewId: made.previewId,
      options: {
        ...into,
        mapping: [
          { column: 0, field: 'answer' },
          { column: 1, field: 'title' },
        ],
      },
    });
    expect(again).toMatchObject({ outcome: 'ready', sample: [{ title: 'How do I pay?' }] });
    const none = { previewId: 'unknown', options: {} };
    expect(await brain['import.remap'](none)).toEqual({ outcome: 'forgotten' });
  });

  it('gives a base out as a file that imports as the same', async () => {
    await apply(csv);
    for (const format of ['cuecard', 'csv', 'xlsx', 'markdown'] as const) {
      const { fileName, bytes } = await brain['export.base']({ base: 'mine', format });
      const made = await brain['import.preview']({ fileName, bytes, options: into });
      expect(made).toMatchObject({ counts: { new: 0, changed: 0, same: 1, bad: 0 } });
    }
  });
});
