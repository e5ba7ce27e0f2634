import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { manyEntries } from '../../../lib/engine/index/corpus';

const today = '2026-11-22';
const size = manyEntries + 100;
const things = ['router', 'phone', 'tablet', 'watch', 'modem', 'camera', 'doorbell', 'speaker'];
const troubles = ['is broken', 'gets hot', 'lost its signal', 'needs a password', 'is slow'];
const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';

const entry = (at: number, phrasings: readonly string[]): EngineEntry => ({
  base: 'shop',
  id: `e${at}`,
  title: phrasings[0] ?? '',
  phrasings,
  answer: '',
  smallTalk: false,
  language: 'en',
});
const entries = Array.from({ length: size }, (_, at) => {
  const thing = `${pick(things, at)} x${at}`;
  return entry(at, [`my ${thing} ${pick(troubles, at)}`, `${thing} ${pick(troubles, at + 1)}`]);
});

const stepsPerSlice = 100_000;
function slicesToTheEnd(engine: ReturnType<typeof createEngine>): number {
  let slices = 1;
  while (!engine.train(stepsPerSlice)) slices++;
  return slices;
}

describe('a base of many entries', () => {
  const engine = createEngine({ train: 'later' });
  const bestFor = (text: string) => engine.rank({ text, today }).suggestions[0]?.id;

  it('answers out of all entries before anything is indexed, and all through the training', () => {
    engine.put(entries);
    const asked = [0, size / 2, size - 3].map((at) => Math.floor(at));
    const ask = (at: number) => bestFor(`my ${pick(things, at)} x${at} ${pick(troubles, at)}`);
    expect(asked.map(ask)).toEqual(asked.map((at) => `e${at}`));
    expect(engine.isReady).toBe(false);
    while (!engine.train(stepsPerSlice * 100)) {
      expect(asked.map(ask)).toEqual(asked.map((at) => `e${at}`));
    }
    expect(engine.isReady).toBe(true);
  });

  it('leaves out what may not be suggested before anything is indexed', () => {
    const engine = createEngine({ train: 'later' });
    const over = entries.map((each) => ({ ...each, validUntil: '2026-11-21' }));
    engine.put([...over, entry(size, ['my phone x1 is on the wrong bill'])]);
    const ranking = engine.rank({ text: 'my phone x1 gets hot', today });
    expect([...ranking.suggestions, ...ranking.related].map(({ id }) => id)).toEqual([`e${size}`]);
  });

  it('takes a hundred changed entries in at once, without building all again', () => {
    const whole = slicesToTheEnd(createEngineOf(entries));
    slicesToTheEnd(engine);
    const changed = Array.from({ length: 100 }, (_, at) =>
      entry(at * 3, [`voucher y${at} is refused`, `cannot use voucher y${at}`, `voucher y${at}?`]),
    );
    engine.put(changed);
    expect(bestFor('why is my voucher y7 refused')).toBe('e21');
    expect(bestFor('my router x0 is broken')).not.toBe('e0');
    expect(bestFor('my phone x1 gets hot')).toBe('e1');
    expect(slicesToTheEnd(engine)).toBeLessThan(whole / 4);
    expect(bestFor('why is my voucher y7 refused')).toBe('e21');
  });

  it('forgets removed entries at once', () => {
    engine.remove([
      { base: 'shop', id: 'e1' },
      { base: 'shop', id: 'e21' },
    ]);
    expect(bestFor('my phone x1 gets hot')).not.toBe('e1');
    expect(bestFor('why is my voucher y7 refused')).not.toBe('e21');
    expect(engine.size).toBe(size - 2);
  });

  it('is not built again for other answers, dates or the same words once more', () => {
    slicesToTheEnd(engine);
    engine.put(entries.slice(300, 500).map((same) => ({ ...same, answer: 'Another.' })));
    expect(engine.train(1)).toBe(true);
    engine.put([{ ...(entries[2] as EngineEntry), validUntil: '2026-11-21' }]);
    expect(engine.train(1)).toBe(true);
    expect(bestFor(entries[2]?.phrasings[0] ?? '')).not.toBe('e2');
  });
});

function createEngineOf(all: readonly EngineEntry[]) {
  const engine = createEngine({ train: 'later' });
  engine.put(all);
  return engine;
}
