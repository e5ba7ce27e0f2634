import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EngineEntry, type Lesson } from '../../lib/engine/engine';

const numRuns = process.env['CUECARD_LONG'] ? 60 : 3;
const today = '2026-11-22';
const words =
  'refund parcel late moved label card broken bell 退款 地址 发货 优惠 voucher modem slow'.split(
    ' ',
  );
const said = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));

/** The nth entry; each version has other words. */
function entryOf(at: number, phrasings: number, version = 0): EngineEntry {
  const say = (way: number) => {
    const word = (step: number) => words[(at * step + way + version) % words.length];
    return `${word(1)} ${word(3)} ${word(7)} n${at} v${version}`;
  };
  const own = { title: say(9), phrasings: Array.from({ length: phrasings }, (_, way) => say(way)) };
  return { base: 'shop', id: `e${at}`, ...own, answer: '', smallTalk: false, language: 'en' };
}

const kind = fc.constantFrom<Lesson['kind']>('pick', 'pick', 'edit', 'rejection', 'gap');
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind, text: said, to: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ unlearn: fc.array(fc.nat(), { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ put: fc.nat(9), version: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ train: fc.nat(3_000_000) }) },
  { weight: 1, arbitrary: fc.record({ rank: said }) },
);

describe('what was learned beside many entries', () => {
  it.each([
    ['720 of three phrasings, whose own are not looked at anew', 720, 3],
    ['5,001 of one, whose common features are skipped', 5_001, 1],
  ])(
    'is bit by bit what the remaining lessons give: %s',
    (_, size, phrasings) => {
      const entries = Array.from({ length: size }, (_, at) => entryOf(at, phrasings));
      const first = createEngine();
      first.put(entries);
      first.train(Number.POSITIVE_INFINITY);
      const kept = [...(first.snapshot() ?? [])];
      const start = () => {
        const engine = createEngine({ train: 'later' });
        engine.put(entries);
        expect(engine.restore(kept)).toMatchObject({ outcome: 'restored' });
        return engine;
      };
      const asked = (engine: Engine, text: string) => {
        engine.train(Number.POSITIVE_INFINITY);
        return engine.rank({ text, today }, { limit: 20 });
      };
      fc.assert(
        fc.property(
          fc.array(act, { minLength: 20, maxLength: 40 }),
          fc.array(said),
          (acts, texts) => {
            const live = start();
            // Has the same entries in the same order, and learns when all is over.
            const later = start();
            let left: Lesson[] = [];
            acts.forEach((each, at) => {
              if ('kind' in each) {
                const entry = { base: 'shop', id: `e${each.to % size}` };
                const told = { id: `${at}`, kind: each.kind, text: each.text };
                const lesson = (each.kind === 'gap' ? told : { ...told, entry }) as Lesson;
                live.learn(lesson);
                left.push(lesson);
              } else if ('unlearn' in each) {
                const gone = new Set(
                  each.unlearn.map((which) => left[which % left.length]?.id ?? ''),
                );
                live.unlearn(gone);
                left = left.filter(({ id }) => !gone.has(id));
              } else {
                for (const engine of [live, later]) {
                  if ('put' in each) engine.put([entryOf(each.put, phrasings, each.version)]);
                  else if ('rank' in each) engine.rank({ text: each.rank, today });
                  else engine.train(each.train);
                }
              }
            });
            for (const lesson of left) later.learn(lesson);
            for (const text of [...words, ...texts]) {
              expect(asked(live, text)).toEqual(asked(later, text));
            }
          },
        ),
        { numRuns },
      );
    },
    600_000,
  );
});
