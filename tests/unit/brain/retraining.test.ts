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
    const before = await rank();
    expect(before[0]?.[0]).toBe('parcel');
    brain = await wake();
    expect(await rank()).toEqual(before);

    const [picked] = (
      await brain['learning.list']({ base: 'shop', state: 'live', offset: 0, limit: 1 })
    ).phrasings;
    await brain['learning.refuse']({ id: picked?.id ?? '' });
    const woken = await wake();
    const after = await rank(woken);
    expect(after).not.toEqual(before);
    await expect.poll(() => rank(), { timeout: 20_000 }).toEqual(after);
  }, 60_000);
});
