import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsPrint } from '../../lib/domain/words-print';
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

/** What is known of an entry before it is read. */
function outlineOf(entry: EngineEntry): EngineEntry {
  const phrasings = entry.phrasings.map(() => '');
  return { ...entry, title: '', answer: '', phrasings, print: wordsPrint(entry) };
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

  it('takes outlines for entries, and ranks the same with the texts that it asks for', () => {
    fc.assert(
      fc.property(base, base, fc.array(sentence), (before, changes, messages) => {
        const parts = [...(trained(before).snapshot() ?? [])];
        const now = new Map([...before, ...changes].map((entry) => [entry.id, entry]));
        const entries = [...now.values()];
        const usual = createEngine({ train: 'later' });
        usual.put(entries);
        const early = createEngine({ train: 'later' });
        const report = early.restore(parts, entries.map(outlineOf));
        expect(report).toEqual(usual.restore(parts));
        expect(early.size).toBe(report.outcome === 'restored' ? entries.length : 0);
        if (report.outcome !== 'restored') return;
        for (const engine of [usual, early]) engine.remove([{ base: 'b', id: 'e1' }]);
        const wanting = new Set(early.wanting().map(({ id }) => id));
        early.put(entries.filter(({ id }) => wanting.has(id)));
        for (const text of messages) {
          const names = early.rank({ text, today }).suggestions.map(({ id }) => id);
          const expected = usual.rank({ text, today });
          expect(names).toEqual(expected.suggestions.map(({ id }) => id));
          early.put(entries.filter(({ id }) => id !== 'e1'));
          expect(early.rank({ text, today })).toEqual(expected);
        }
      }),
      { numRuns: 60 },
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
