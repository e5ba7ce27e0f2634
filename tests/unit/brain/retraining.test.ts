import { describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import { makeBase, makeEntry } from '../../support/make-entry';

const words = ['bell', 'door', 'van', 'street', 'coin', 'bank', 'card', 'bill'];

describe('training anew', () => {
  it('is done after enough picks, as an event, and a pick can still be taken back', async () => {
    const store = makeMemoryStore();
    const phrasings = (text: string) => [{ text, source: 'author' as const }];
    await store.replaceBase(makeBase({ id: 'shop' }), [
      makeEntry({ id: 'refund', base: 'shop', phrasings: phrasings('where is my money') }),
      makeEntry({ id: 'parcel', base: 'shop', phrasings: phrasings('where is my parcel') }),
    ]);
    const wake = () =>
      createBrain({
        store,
        readSample: async () => '',
        now: () => Date.parse('2026-11-22T09:00:00Z'),
        tellFaces: () => {},
        whenIdle: (work) => setTimeout(work),
      });
    let brain = await wake();
    const told = { conversationKey: 'talk', consoleId: 'x' };
    for (let at = 0; at < 250; at++) {
      const id = at % 8 < 4 ? 'parcel' : 'refund';
      const cueText = `${words[at % 8]} ${words[(at * 3) % 8]} ${at % 5}`;
      const event = { kind: 'inserted', cueText, entry: { base: 'shop', id }, place: 1 } as const;
      await brain['event.record']({ event, ...told });
    }
    const kinds = async () => (await store.readEvents(250, 9)).map(({ kind }) => kind);
    await expect.poll(kinds, { timeout: 20_000 }).toEqual(['ranking-retrained']);
    const rank = async (by = brain) => {
      const { suggestions } = await by['cue.rank']({
        cueId: 'c',
        text: 'van street',
        earlier: [],
      });
      return suggestions.map(({ entry, confidence }) => [entry.id, confidence]);
    };
    // Both go on training while they answer.
    const sameSoon = (one: typeof brain, other: typeof brain) =>
      expect
        .poll(async () => [await rank(one), await rank(other)], { timeout: 20_000 })
        .toSatisfy(([first, second]) => JSON.stringify(first) === JSON.stringify(second));
    const again = await wake();
    await sameSoon(brain, again);
    brain = again;
    const before = await rank();
    expect(before[0]?.[0]).toBe('parcel');

    const [picked] = (
      await brain['learning.list']({ base: 'shop', state: 'live', offset: 0, limit: 1 })
    ).phrasings;
    await brain['learning.refuse']({ id: picked?.id ?? '' });
    const woken = await wake();
    await expect.poll(() => rank(), { timeout: 20_000 }).not.toEqual(before);
    await sameSoon(brain, woken);
  }, 60_000);

  it('that is refused leaves events and ranking as they are', async () => {
    const store = makeMemoryStore();
    const phrasings = [{ text: 'where is my parcel', source: 'author' as const }];
    await store.replaceBase(makeBase({ id: 'shop' }), [
      makeEntry({ id: 'parcel', base: 'shop', phrasings }),
      makeEntry({ id: 'refund', base: 'shop', phrasings: [] }),
    ]);
    let due = 0;
    const brain = await createBrain({
      store,
      readSample: async () => '',
      now: () => Date.parse('2026-11-22T09:00:00Z'),
      tellFaces: () => {},
      whenIdle(work) {
        due++;
        setTimeout(() => {
          work();
          due--;
        });
      },
    });
    const record = (at: number) => {
      const cueText = `${words[at % 8]} ${words[(at * 3) % 8]} ${at % 5}`;
      const entry = { base: 'shop', id: 'parcel' };
      // Of so few picks too few can be held back to tell whether it is any better.
      const event =
        at % 3 === 0
          ? ({ kind: 'inserted', cueText, entry, place: 1 } as const)
          : ({ kind: 'gap', cueText } as const);
      return brain['event.record']({ event, conversationKey: 'talk', consoleId: 'x' });
    };
    const rank = () => brain['cue.rank']({ cueId: 'c', text: 'van street', earlier: [] });
    for (let at = 0; at < 249; at++) await record(at);
    await expect.poll(() => due, { timeout: 20_000 }).toBe(0);
    await record(249);
    const before = await rank();
    await expect.poll(() => due, { timeout: 20_000 }).toBe(0);
    expect(await rank()).toEqual(before);
    const { events } = await brain['events.list']({ after: 240, limit: 20 });
    expect(events.map(({ kind }) => kind)).not.toContain('ranking-retrained');
  }, 60_000);
});
