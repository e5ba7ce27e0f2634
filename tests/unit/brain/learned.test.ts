import { describe, expect, it } from 'vitest';
import { makeCorrections } from '../../../lib/brain/corrections';
import { makeLearned } from '../../../lib/brain/learned';
import type { StoredEvent } from '../../../lib/domain/pick';

const parcel = { base: 'shop', id: 'parcel' };
const told = { conversationKey: 'talk', consoleId: 'x', at: 0 };
const pickAt = (seq: number): StoredEvent => {
  const cueText = `where is parcel ${seq}`;
  return { ...told, kind: 'inserted', cueText, entry: parcel, place: 1, seq };
};

async function learnedFrom(events: readonly StoredEvent[]) {
  let held: string[] = [];
  const learned = makeLearned(
    { readEvents: async (after, limit) => events.slice(after, after + limit) },
    {
      learn: (lessons) => held.push(...lessons.map(({ id }) => id)),
      unlearn(ids) {
        held = held.filter((id) => !ids.includes(id));
      },
      fold() {},
    },
    makeCorrections(() => {}),
  );
  await learned.reload();
  return { learned, held: () => held };
}

describe('what is learned', () => {
  it('looks at one event for a pick or its undo, however many there were', async () => {
    let looks = 0;
    const events = Array.from({ length: 1_000 }, (_, at) => {
      const { kind, ...event } = pickAt(at + 1);
      return Object.defineProperty(event, 'kind', {
        enumerable: true,
        get() {
          looks++;
          return kind;
        },
      }) as StoredEvent;
    });
    const { learned, held } = await learnedFrom(events);
    looks = 0;
    learned.heard(pickAt(1_001));
    expect(looks).toBe(0);
    expect(held()).toHaveLength(1_001);
    const { cueText } = pickAt(1_001);
    learned.heard({ ...told, kind: 'insert-undone', cueText, entry: parcel, seq: 1_002 });
    expect(looks).toBe(0);
    expect(held()).toHaveLength(1_000);
    expect(held().at(-1)).toBe('1000');
  });

  it('is in the order of the events, in whatever order they are heard', async () => {
    const { learned, held } = await learnedFrom([pickAt(1)]);
    for (const seq of [4, 2, 3]) learned.heard(pickAt(seq));
    expect(held()).toEqual(['1', '2', '3', '4']);
  });
});
