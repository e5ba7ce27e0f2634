import { describe, expect, it } from 'vitest';
import { must } from '../../../lib/base/must';
import { draftKey, isChanged, withPhrasings } from '../../../lib/faces/studio-draft';
import { changedDrafts, openDraft, rowAt, rowCount } from '../../../lib/faces/studio-state';
import type { StudioStore } from '../../../lib/faces/studio-store';
import { rankedList } from '../../../lib/faces/studio-try-actions';
import { settled } from './support/set-up-panel';
import { fileEntry, setUpStudio } from './support/studio-brain';

const three = [
  fileEntry('hours', { phrasings: ['when do you open', 'opening hours'] }),
  fileEntry('refund', { phrasings: ['money back for a broken lamp'], mustEdit: true }),
  fileEntry('zebra', { phrasings: [], validUntil: '2026-11-30' }),
];
const titles = (studio: Awaited<ReturnType<typeof setUpStudio>>['studio']) =>
  Array.from(
    { length: rowCount(studio.getState()) },
    (_, at) => rowAt(studio.getState(), at)?.id ?? '?',
  );

describe('the list of the Studio', () => {
  it('begins with a base of the person’s own', async () => {
    const { studio } = await setUpStudio(three);
    expect(studio.getState().base).toBe('mine');
    expect(titles(studio)).toEqual(['hours', 'refund', 'zebra']);
  });

  it('has no base to show where there is only the small talk of the package', async () => {
    const { studio } = await setUpStudio('none');
    expect(studio.getState().base).toBeUndefined();
    expect(studio.getState().bases).toHaveLength(2);
  });

  it.each([
    ['must-edit', ['refund']],
    ['expiring', ['zebra']],
    ['no-phrasings', ['zebra']],
  ] as const)('filters by %s', async (filter, ids) => {
    const { studio } = await setUpStudio(three);
    studio.actions.setFilter(filter);
    await settled();
    expect(titles(studio)).toEqual(ids);
  });

  it('searches, typos included, and shows all again', async () => {
    const { studio } = await setUpStudio(three);
    studio.actions.search('brokn lamp');
    await settled();
    expect(titles(studio)[0]).toBe('refund');
    studio.actions.search('');
    await settled();
    expect(titles(studio)).toHaveLength(3);
  });

  describe('while a search is on its way', () => {
    const searching = async () => {
      const { hold, ...test } = await setUpStudio(three);
      const arrive = hold('studio.entries');
      test.studio.actions.search('brokn lamp');
      return { ...test, hold, arrive };
    };

    it('is opened by key only once it is that of the words', async () => {
      const { studio, arrive } = await searching();
      const opening = studio.actions.openAtCursor();
      await settled();
      expect(studio.getState().open ?? studio.getState().opening).toBeUndefined();
      arrive();
      expect(await opening).toBe(true);
      expect(openDraft(studio.getState())?.id).toBe('refund');
    });

    it('waits for the later answer where the knowledge changes meanwhile', async () => {
      const { studio, arrive } = await searching();
      const opening = studio.actions.openAtCursor();
      void studio.actions.refreshList();
      arrive();
      expect(await opening).toBe(true);
      expect(openDraft(studio.getState())?.id).toBe('refund');
    });

    it('opens nothing where other words, another filter or base, or a click came between', async () => {
      for (const comesBetween of [
        ({ actions }: StudioStore) => actions.search('hours'),
        ({ actions }: StudioStore) => actions.setFilter('expiring'),
        ({ actions }: StudioStore) => void actions.openAt(2),
      ]) {
        const { studio, arrive } = await searching();
        const opening = studio.actions.openAtCursor();
        comesBetween(studio);
        arrive();
        expect(await opening).toBe(false);
        expect(openDraft(studio.getState())?.id).not.toBe('refund');
      }
    });

    it('opens nothing where it cannot be fetched, and does not leave the old list for its own', async () => {
      const { studio, arrive, fail } = await searching();
      const opening = studio.actions.openAtCursor();
      fail('studio.entries');
      arrive();
      expect(await opening).toBe(false);
      expect(studio.getState().list).toMatchObject({ state: 'failed', total: 0 });
      expect(titles(studio)).toEqual([]);
    });
  });

  it('fetches of a long base only what is in sight', async () => {
    const { studio } = await setUpStudio(
      Array.from({ length: 1_000 }, (_, at) => fileEntry(`e${at}`)),
    );
    expect(studio.getState().list.total).toBe(1_000);
    expect(studio.getState().list.rows.size).toBe(100);
    studio.actions.needRows({ from: 560, to: 590 });
    await settled();
    expect(rowAt(studio.getState(), 570)?.id).toBe('e570');
    expect(studio.getState().list.rows.size).toBe(200);
  });
});

describe('writing an answer', () => {
  it('keeps it, and what is tried is ranked anew', async () => {
    const { studio } = await setUpStudio(three);
    await studio.actions.tryText('money back for the lamp please');
    const best = () => {
      const { ranked } = studio.getState().tryIt;
      return ranked === undefined ? undefined : rankedList(ranked)[0]?.entry.id;
    };
    expect(best()).not.toBe('hours');
    await studio.actions.open({ base: 'mine', id: 'hours' });
    const draft = must(openDraft(studio.getState()), 'an open draft');
    studio.actions.change({
      phrasings: withPhrasings(draft.phrasings, 'money back for the lamp please'),
    });
    expect(await studio.actions.save()).toBe(true);
    await settled();
    expect(best()).toBe('hours');
    expect(changedDrafts(studio.getState())).toEqual([]);
  });

  it('leaves links and the place in the base as they were', async () => {
    const { studio, kept } = await setUpStudio([
      fileEntry('hours', { links: [{ to: 'refund', kind: 'follow-up' }] }),
      fileEntry('refund'),
    ]);
    await studio.actions.open({ base: 'mine', id: 'hours' });
    studio.actions.change({ answer: 'We open at ten.' });
    await studio.actions.save();
    const entries = await kept.readEntries('mine');
    expect(entries.map(({ id }) => id)).toEqual(['hours', 'refund']);
    expect(entries[0]).toMatchObject({
      answer: 'We open at ten.',
      links: [{ to: 'refund', kind: 'follow-up' }],
    });
  });

  it('keeps unsaved text per entry while others are open', async () => {
    const { studio } = await setUpStudio(three);
    await studio.actions.open({ base: 'mine', id: 'hours' });
    studio.actions.change({ title: 'Hours, changed' });
    await studio.actions.open({ base: 'mine', id: 'refund' });
    expect(Object.keys(studio.getState().drafts)).toEqual(['mine/hours', 'mine/refund']);
    await studio.actions.open({ base: 'mine', id: 'hours' });
    expect(openDraft(studio.getState())?.title).toBe('Hours, changed');
    expect(Object.keys(studio.getState().drafts)).toEqual(['mine/hours']);
  });

  it('saves all that is unsaved, and stops at what cannot be', async () => {
    const { studio, kept } = await setUpStudio(three);
    for (const [id, answer] of [
      ['hours', 'One.'],
      ['refund', ' '],
      ['zebra', 'Three.'],
    ] as const) {
      await studio.actions.open({ base: 'mine', id });
      studio.actions.change({ answer });
    }
    await studio.actions.saveAll();
    expect(openDraft(studio.getState())?.id).toBe('refund');
    studio.actions.change({ answer: 'Two.' });
    await studio.actions.saveAll();
    expect((await kept.readEntries('mine')).map(({ answer }) => answer)).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
  });

  it('says at the field what is wrong, until that field is written in', async () => {
    const { studio } = await setUpStudio(three);
    await studio.actions.open({ base: 'mine', id: 'hours' });
    studio.actions.change({
      title: '',
      validFrom: '2026-12-02',
      phrasings: [{ text: 'x'.repeat(2_001), source: 'author' }],
    });
    expect(await studio.actions.save()).toBe(false);
    const problems = () => studio.getState().problems['mine/hours'];
    expect(problems()).toEqual([
      { field: 'title', at: null, kind: 'empty', limit: 1 },
      { field: 'phrasings', at: 0, kind: 'too-long', limit: 2_000 },
    ]);
    studio.actions.change({ title: 'Hours' });
    expect(problems()?.map(({ field }) => field)).toEqual(['phrasings']);
    studio.actions.change({ phrasings: [], validUntil: '2026-12-01' });
    await studio.actions.save();
    expect(problems()).toEqual([
      { field: 'validUntil', at: null, kind: 'ends-before-start', limit: null },
    ]);
  });

  it('loses nothing when storage fails', async () => {
    const { studio, fail } = await setUpStudio(three);
    await studio.actions.open({ base: 'mine', id: 'hours' });
    studio.actions.change({ answer: 'We open at ten.' });
    const mend = fail('studio.save');
    expect(await studio.actions.save()).toBe(false);
    expect(studio.getState().outcome).toEqual({ kind: 'save-failed' });
    expect(openDraft(studio.getState())?.answer).toBe('We open at ten.');
    mend();
    expect(await studio.actions.save()).toBe(true);
  });

  it('does not write over what was saved in another window', async () => {
    const { studio, another, kept } = await setUpStudio(three);
    const second = await another();
    for (const one of [studio, second]) await one.actions.open({ base: 'mine', id: 'hours' });
    studio.actions.change({ answer: 'Mine.' });
    second.actions.change({ answer: 'Theirs.' });
    await second.actions.save();
    await settled();
    expect(await studio.actions.save()).toBe(false);
    expect(studio.getState().theirs['mine/hours']?.answer).toBe('Theirs.');
    expect(openDraft(studio.getState())?.answer).toBe('Mine.');
    await studio.actions.save('mine/hours', { overwrite: true });
    expect((await kept.readEntries('mine'))[0]?.answer).toBe('Mine.');
    await settled();
    expect(openDraft(second.getState())?.answer).toBe('Mine.');
  });

  it('keeps typing that went on while it was being saved', async () => {
    const { studio } = await setUpStudio(three);
    await studio.actions.open({ base: 'mine', id: 'hours' });
    studio.actions.change({ answer: 'We open' });
    const saving = studio.actions.save();
    studio.actions.change({ answer: 'We open at ten.' });
    await saving;
    const draft = must(openDraft(studio.getState()), 'an open draft');
    expect(draft.answer).toBe('We open at ten.');
    expect(draft.saved?.answer).toBe('We open');
    expect(isChanged(draft)).toBe(true);
  });
});

describe('a new answer', () => {
  it('heads the list until it is saved, and then ends it', async () => {
    const { studio } = await setUpStudio(three);
    studio.actions.newEntry();
    studio.actions.change({ title: 'Parking', answer: 'Behind the house.' });
    expect(titles(studio)).toEqual(['made-1', 'hours', 'refund', 'zebra']);
    await studio.actions.save();
    await settled();
    expect(titles(studio)).toEqual(['hours', 'refund', 'zebra', 'made-1']);
    expect(studio.getState().cursor).toBe(3);
    expect(openDraft(studio.getState())?.saved?.title).toBe('Parking');
  });

  it('is dropped without a word when nothing was written in it', async () => {
    const { studio } = await setUpStudio(three);
    studio.actions.newEntry();
    await studio.actions.open({ base: 'mine', id: 'hours' });
    expect(Object.keys(studio.getState().drafts)).toEqual(['mine/hours']);
  });
});

describe('deleting an answer', () => {
  it('can be undone, and it comes back exactly and in its place', async () => {
    const { studio, kept } = await setUpStudio(three);
    const before = await kept.readEntries('mine');
    await studio.actions.remove({ base: 'mine', id: 'refund' });
    await studio.actions.remove({ base: 'mine', id: 'hours' });
    await settled();
    expect(titles(studio)).toEqual(['zebra']);
    await studio.actions.undoRemove();
    await studio.actions.undoRemove();
    await settled();
    expect(await kept.readEntries('mine')).toEqual(before);
    expect(titles(studio)).toEqual(['hours', 'refund', 'zebra']);
    expect(studio.getState().open).toBe(draftKey({ base: 'mine', id: 'refund' }));
  });

  it('changes nothing when storage fails, and says so', async () => {
    const { studio, fail } = await setUpStudio(three);
    fail('studio.delete');
    await studio.actions.remove({ base: 'mine', id: 'refund' });
    expect(studio.getState().outcome).toEqual({ kind: 'delete-failed' });
    expect(titles(studio)).toHaveLength(3);
  });
});

describe('a base', () => {
  it('is made, named and deleted', async () => {
    const { studio, kept } = await setUpStudio(three);
    studio.actions.openDialog({ kind: 'base', base: undefined });
    expect(await studio.actions.saveBase({ name: ' ', language: 'zh', holding: '' })).toBe(false);
    expect(studio.getState().baseProblems).toMatchObject([{ field: 'name', kind: 'empty' }]);
    await studio.actions.saveBase({ name: 'Fibre', language: 'zh', holding: 'Moment…' });
    const made = must(studio.getState().base, 'a chosen base');
    expect(made).not.toBe('mine');
    const { base } = must(
      studio.getState().bases?.find((one) => one.base.id === made),
      'the new base',
    );
    expect(base).toMatchObject({ name: 'Fibre', language: 'zh', holding: 'Moment…' });
    studio.actions.openDialog({ kind: 'base', base });
    await studio.actions.saveBase({ name: 'Glass', language: 'zh', holding: '' });
    expect((await kept.readBases()).find(({ id }) => id === made)).toEqual({
      ...base,
      name: 'Glass',
      holding: undefined,
      updatedAt: expect.any(Number),
    });
    await studio.actions.removeBase(made);
    await settled();
    expect(studio.getState().base).toBe('mine');
    expect((await kept.readBases()).map(({ id }) => id)).not.toContain(made);
  });
});
