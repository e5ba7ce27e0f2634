import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../lib/engine/engine';

const today = '2026-11-22';
const word = fc.constantFrom(
  'refund',
  'order',
  'late',
  'parcel',
  '退款',
  '发货',
  '订单',
  'toString',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const base: fc.Arbitrary<EngineEntry[]> = fc
  .array(
    fc
      .record({ title: sentence, phrasings: fc.array(sentence, { maxLength: 4 }) })
      .map(({ title, phrasings }) => ({ title, phrasings, answer: title })),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map((part, at) => ({ ...part, base: 'b', id: `e${at}`, smallTalk: false, language: 'en' })),
  );

function trained(entries: readonly EngineEntry[]) {
  const engine = createEngine();
  engine.put(entries);
  engine.train(Number.POSITIVE_INFINITY);
  return engine;
}

describe('an engine restored from a snapshot', () => {
  it('ranks exactly like the one that wrote it, also after further changes', () => {
    fc.assert(
      fc.property(base, base, fc.array(sentence), (entries, changes, messages) => {
        const writer = trained(entries);
        const restored = createEngine();
        restored.put([...entries].reverse());
        const parts = [...(writer.snapshot() ?? [])];
        expect(restored.restore(parts)).toEqual({ outcome: 'restored', changed: 0 });
        for (const text of messages) {
          expect(restored.rank({ text, today })).toEqual(writer.rank({ text, today }));
        }
        for (const engine of [writer, restored]) engine.put(changes);
        for (const text of messages) {
          expect(restored.rank({ text, today })).toEqual(writer.rank({ text, today }));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses it with any byte changed, and ranks as before', () => {
    const entries = fc.sample(base, { numRuns: 1, seed: 3 })[0] ?? [];
    const parts = [...(trained(entries).snapshot() ?? [])];
    const cue = { text: 'my order is late, 退款', today };
    const expected = trained(entries).rank(cue);
    const length = parts[0]?.length ?? 0;
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = parts.map((part) => part.slice());
        const [first = expect.fail('no part')] = damaged;
        first[at] = (first[at] ?? 0) ^ change;
        const engine = createEngine();
        engine.put(entries);
        expect(engine.restore(damaged)).toEqual({ outcome: 'refused', why: 'damaged' });
        expect(engine.rank(cue)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
