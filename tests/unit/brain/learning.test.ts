import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import type { Params, ResultOf } from '../../../lib/protocol/brain-calls';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';
import { idleWork } from '../../support/idle-work';
import { makeBase, makeEntry } from '../../support/make-entry';

const day = 24 * 60 * 60 * 1000;
const said = 'the courier never rang my bell';
const parcel = { base: 'shop', id: 'parcel' };

let clock: number;
let store: Store;
let brain: BrainHandlers;
let news: string[];
/** Pieces of training and other long work that wait for their turn. */
const idle = idleWork();
/** Long work goes on only when a test lets it: what the brain does meanwhile can be seen. */
const wake = () =>
  createBrain({
    store,
    readSample: async () => '',
    now: () => clock,
    tellFaces: ({ news: name }) => news.push(name),
    whenIdle: idle.whenIdle,
  });
const record = (event: Params<'event.record'>['event']) =>
  brain['event.record']({ event, conversationKey: 'talk', consoleId: 'x' });
const pick = (cueText = said, entry = parcel) =>
  record({ kind: 'inserted', cueText, entry, place: 2 });
const rank = async (text = said): Promise<ResultOf<'cue.rank'>> =>
  brain['cue.rank']({ cueId: 'c', text, earlier: [] });
const first = async (text = said) => {
  const { suggestions, related } = await rank(text);
  return [...suggestions, ...related][0]?.entry.id;
};
const list = (state: 'live' | 'accepted' | 'refused') =>
  brain['learning.list']({ base: 'shop', state, offset: 0, limit: 50 });
const one = async () => {
  const { phrasings } = await list('live');
  if (phrasings[0] === undefined) throw new Error('nothing learned');
  return phrasings[0].id;
};
const phrasing = (text: string) => ({ text, source: 'author' as const });

beforeEach(async () => {
  clock = Date.parse('2026-11-22T09:00:00Z');
  news = [];
  store = makeMemoryStore();
  await store.replaceBase(makeBase({ id: 'shop', name: 'Shop' }), [
    makeEntry({
      id: 'refund',
      base: 'shop',
      phrasings: [phrasing('where is my money'), phrasing('has my bell refund come')],
    }),
    makeEntry({
      id: 'parcel',
      base: 'shop',
      title: 'Late parcels',
      phrasings: [phrasing('my delivery is late'), phrasing('when will it come')],
    }),
  ]);
  brain = await wake();
});

describe('a pick', () => {
  it('changes the ranking at once, and still after a restart', async () => {
    expect(await first()).not.toBe('parcel');
    await pick();
    // "At once" is as soon as the base is trained, which goes on in the background.
    await expect.poll(() => first()).toBe('parcel');
    const before = await rank();
    brain = await wake();
    await expect.poll(() => rank()).toEqual(before);
  });

  it('that is undone leaves the ranking as it was', async () => {
    await expect.poll(idle.due).toBe(0);
    const before = await rank('my bell');
    await pick('my bell');
    expect(await rank('my bell')).not.toEqual(before);
    await record({ kind: 'insert-undone', cueText: 'my bell', entry: parcel });
    const { suggestions } = await rank('my bell');
    expect(suggestions.map(({ confidence }) => confidence)).toEqual(
      before.suggestions.map(({ confidence }) => confidence),
    );
  });

  it('is named on the card as the reason, and as learned', async () => {
    await pick();
    const reasons = async () => {
      const { suggestions, related } = await rank('the courier never rang');
      return [...suggestions, ...related].find(({ entry }) => entry.id === 'parcel')?.reasons;
    };
    await expect.poll(reasons).toMatchObject({ phrasing: said, source: 'learned' });
    const written = (await rank('my delivery is late')).suggestions[0]?.reasons;
    expect(written?.phrasing).toBe('my delivery is late');
    expect(written?.source).toBeUndefined();
  });

  it('moves no cards that are in view: faces hear of no change', async () => {
    await rank();
    news = [];
    await pick();
    await rank();
    expect(news).toEqual([]);
  });

  it('is listed with what it was learned from, redacted', async () => {
    await pick(`${said}, call 13812345678`);
    await pick(`${said},  call 13987654321`);
    const { counts, phrasings } = await list('live');
    expect(counts).toEqual({ live: 1, accepted: 0, refused: 0 });
    expect(phrasings).toEqual([
      {
        id: phrasings[0]?.id,
        entry: { ...parcel, title: 'Late parcels' },
        baseName: 'Shop',
        text: `${said}, call ‹phone›`,
        state: 'live',
        picks: 2,
        edits: 0,
        events: [1, 2],
        firstAt: clock,
        lastAt: clock,
        endsAt: clock + 30 * day,
      },
    ]);
  });

  it('is unlearned when its text ages out, unless it was accepted', async () => {
    await pick();
    clock += 31 * day;
    await rank();
    await expect.poll(async () => (await list('live')).counts.live).toBe(0);
    await expect.poll(() => first()).not.toBe('parcel');
  });
});

describe('a learned phrasing', () => {
  it('that is accepted is one of the entry’s own, for good', async () => {
    await pick();
    expect(await brain['learning.accept']({ id: await one() })).toEqual({ outcome: 'done' });
    const { entry } = await brain['studio.entry'](parcel);
    expect(entry?.phrasings.at(-1)).toEqual({ text: said, source: 'learned' });
    expect((await list('accepted')).phrasings).toMatchObject([
      { text: said, picks: 1, endsAt: null },
    ]);
    clock += 31 * day;
    brain = await wake();
    await rank();
    await expect.poll(async () => (await list('accepted')).phrasings[0]?.picks).toBe(0);
    expect(await first()).toBe('parcel');
  });

  it('that is accepted twice stands in the entry once', async () => {
    await pick();
    const id = await one();
    await brain['learning.accept']({ id });
    await brain['learning.accept']({ id });
    const { entry } = await brain['studio.entry'](parcel);
    expect(entry?.phrasings.filter(({ text }) => text === said)).toHaveLength(1);
  });

  it('can be accepted in better words', async () => {
    await pick();
    await brain['learning.accept']({ id: await one(), text: ' the courier did not ring ' });
    const { entry } = await brain['studio.entry'](parcel);
    expect(entry?.phrasings.at(-1)?.text).toBe('the courier did not ring');
    await pick('another');
    const tooLong = await one();
    expect(await brain['learning.accept']({ id: tooLong, text: 'x'.repeat(2_001) })).toEqual({
      outcome: 'does-not-fit',
    });
  });

  it('that is refused is never learned again from the same text', async () => {
    const before = await first();
    await pick();
    await brain['learning.refuse']({ id: await one() });
    await pick();
    expect((await list('live')).counts).toEqual({ live: 0, accepted: 0, refused: 1 });
    expect(await first()).toBe(before);
    brain = await wake();
    await pick();
    expect((await list('live')).counts.live).toBe(0);
  });

  it('that is taken back leaves the entry, and can be learned again', async () => {
    await pick();
    const id = await one();
    await brain['learning.accept']({ id });
    expect(await brain['learning.take-back']({ id })).toEqual({ outcome: 'done' });
    const { entry } = await brain['studio.entry'](parcel);
    expect(entry?.phrasings.some(({ text }) => text === said)).toBe(false);
    expect((await list('accepted')).counts).toEqual({ live: 0, accepted: 0, refused: 0 });
    expect(await first()).not.toBe('parcel');
    await pick();
    expect((await list('live')).counts.live).toBe(1);
  });

  it('that is not there is gone, whatever is decided', async () => {
    const gone = { outcome: 'gone' };
    expect(await brain['learning.accept']({ id: 'x' })).toEqual(gone);
    expect(await brain['learning.refuse']({ id: 'x' })).toEqual(gone);
    expect(await brain['learning.take-back']({ id: 'x' })).toEqual(gone);
  });
});

describe('a rejection', () => {
  it('pushes the entry down for messages like it, until it is undone', async () => {
    const text = 'has my refund come';
    const share = async () =>
      (await rank(text)).suggestions.find(({ entry }) => entry.id === 'refund')?.confidence ?? 0;
    const before = await share();
    const rejected = { cueText: text, entry: { base: 'shop', id: 'refund' } };
    await record({ kind: 'rejected', ...rejected });
    expect(await share()).toBeLessThan(before);
    await record({ kind: 'rejection-undone', ...rejected });
    expect(await share()).toBe(before);
  });
});

describe('a gap', () => {
  it('counts against the best cards of messages like it, until it is taken back', async () => {
    const text = 'has my refund come';
    const before = await rank(text);
    await record({ kind: 'gap', cueText: text });
    expect(await rank(text)).not.toEqual(before);
    await record({ kind: 'gap-undone', cueText: text });
    expect(await rank(text)).toEqual(before);
  });
});
