import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry, markWords } from '../../lib/engine/engine';
import { analyse } from '../../lib/engine/text/analyse';
import { wordFeatures } from '../../lib/engine/text/features';

const today = '2026-11-22';
const sentences = [
  'Wo finde ich meine Rechnung?',
  'die Rechnungen bitte',
  'Rechnung',
  'where is my invoice',
  'gift',
  'où est ma facture',
  'les factures',
  'нет моего счета',
  'счёт',
  '返金はいつされますか',
  '환불은 언제 되나요',
  'ขอเงินคืนหน่อยครับ',
  '我要退款',
];
const sentence = fc.constantFrom(...sentences);
const entryOf = (id: string): fc.Arbitrary<EngineEntry> =>
  fc.record({
    base: fc.constant('base'),
    id: fc.constant(id),
    title: sentence,
    phrasings: fc.uniqueArray(sentence, { maxLength: 3 }),
    answer: sentence,
    smallTalk: fc.constant(false),
    language: fc.constantFrom('en' as const, 'zh' as const),
  });
const someEntry = fc.integer({ min: 0, max: 5 }).chain((at) => entryOf(`e${at}`));

describe('bases of many languages', () => {
  it('answer as if built afresh after any puts and removals', () => {
    const removal = fc.integer({ min: 0, max: 5 }).map((at) => `e${at}`);
    const steps = fc.array(fc.oneof(someEntry, removal), { maxLength: 12 });
    fc.assert(
      fc.property(steps, sentence, fc.boolean(), (changes, text, isAskedBetween) => {
        const engine = createEngine();
        const expected = new Map<string, EngineEntry>();
        for (const change of changes) {
          if (typeof change === 'string') {
            engine.remove([{ base: 'base', id: change }]);
            expected.delete(change);
          } else {
            engine.put([change]);
            expected.set(change.id, change);
          }
          if (isAskedBetween) engine.rank({ text, today });
        }
        const fresh = createEngine();
        fresh.put([...expected.values()].reverse());
        expect(engine.rank({ text, today })).toEqual(fresh.rank({ text, today }));
      }),
      { numRuns: 60 },
    );
  });

  it('rank the same from a snapshot, also with what was learned and taken back', () => {
    const entries = fc.tuple(...[0, 1, 2, 3].map((at) => entryOf(`e${at}`)));
    fc.assert(
      fc.property(entries, sentence, sentence, (all, said, text) => {
        const engine = createEngine();
        engine.put(all);
        const before = engine.rank({ text, today });
        const restored = createEngine({ train: 'later' });
        restored.put(all);
        expect(restored.restore([...(engine.snapshot() ?? [])]).outcome).toBe('restored');
        const ref = { base: 'base', id: 'e0' };
        for (const each of [engine, restored]) {
          each.learn({ id: 'one', kind: 'pick', text: said, entry: ref });
          each.train(Number.POSITIVE_INFINITY);
        }
        expect(restored.rank({ text, today })).toEqual(engine.rank({ text, today }));
        engine.unlearn(['one']);
        expect(engine.rank({ text, today })).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('give true places for runs however they are composed', () => {
    const sign = fc.constantFrom(...'かガﾊﾟｷﾞー々払い환불ที่คืนำກໍាမြန်မာa1 。', '\u3099', '\u0e48');
    const run = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
    const form = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD');
    fc.assert(
      fc.property(run, form, (signs, as) => {
        const text = signs.normalize(as);
        let from = 0;
        for (const token of analyse(text)) {
          expect(token.start).toBeGreaterThanOrEqual(from);
          from = token.end;
          for (const { start, end } of wordFeatures([token])) {
            expect(start).toBeGreaterThanOrEqual(token.start);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(token.end);
          }
        }
        for (const [start, end] of markWords(text, text)) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 500 },
    );
  });
});
