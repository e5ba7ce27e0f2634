import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EngineEntry, type Lesson } from '../../lib/engine/engine';

const isLong = process.env['CUECARD_LONG'] !== undefined;
const today = '2026-11-22';
const words = 'refund refnud parcel late moved label courier bell bel 退款 地址 voucher'.split(' ');
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));
const lesson = fc.tuple(
  fc.constantFrom<Lesson['kind']>('pick', 'pick', 'pick', 'edit', 'rejection', 'gap'),
  text,
  fc.nat(),
);
type Made = readonly [Lesson['kind'], string, number];

const lessonsFrom = (made: readonly Made[], size: number) =>
  made.map(([kind, said, to], at): Lesson => {
    const told = { id: `${at}`, text: said };
    if (kind === 'gap') return { ...told, kind };
    return { ...told, kind, entry: { base: 'shop', id: `e${to % size}` } };
  });

function entriesOf(size: number, phrasings: number): EngineEntry[] {
  return Array.from({ length: size }, (_, at) => {
    const say = (way: number) =>
      `${words[(at + way) % words.length]} ${words[(at * 5 + way) % words.length]} n${at} w${way}`;
    const own = {
      title: say(99),
      phrasings: Array.from({ length: phrasings }, (_, way) => say(way)),
    };
    return { base: 'shop', id: `e${at}`, ...own, answer: '', smallTalk: false, language: 'en' };
  });
}

function trained(entries: readonly EngineEntry[], index?: readonly Uint8Array[]): Engine {
  const engine = createEngine({ train: 'later' });
  engine.put(entries);
  if (index !== undefined) engine.restore(index);
  engine.train(Number.POSITIVE_INFINITY);
  return engine;
}

describe('what was kept of lessons', () => {
  it.each([
    ['a few entries', 6, 2, isLong ? 500 : 25],
    ['many phrasings', 720, 3, isLong ? 50 : 3],
    ['many entries', 5_001, 1, isLong ? 50 : 3],
  ])(
    'goes on bit by bit as if it had never ended: %s',
    (_, size, phrasings, numRuns) => {
      const entries = entriesOf(size, phrasings);
      const first = trained(entries);
      const index = [...(first.snapshot() ?? [])];
      fc.assert(
        fc.property(
          fc.array(lesson, { minLength: 1, maxLength: 30 }),
          fc.array(lesson, { maxLength: 30 }),
          fc.array(fc.nat(), { maxLength: 4 }),
          fc.array(text),
          (before, after, undone, asked) => {
            const lessons = lessonsFrom([...before, ...after], size);
            const live = trained(entries, index);
            for (const each of lessons.slice(0, before.length)) live.learn(each);
            live.train(Number.POSITIVE_INFINITY);
            const kept = [...(live.keepLearned() ?? expect.fail('nothing kept'))];
            const spoiled = kept.map((part) => part.slice());

            const again = createEngine({ train: 'later' });
            again.put(entries);
            again.restore(index);
            again.restoreLearned(spoiled);
            for (const each of lessons) again.learn(each);
            for (const each of lessons.slice(before.length)) live.learn(each);
            again.train(Number.POSITIVE_INFINITY);
            const same = () => {
              for (const said of [...words, ...asked]) {
                const cue = { text: said, today };
                expect(again.rank(cue, { limit: 20 })).toEqual(live.rank(cue, { limit: 20 }));
              }
            };
            same();
            const gone = undone.map((which) => `${which % lessons.length}`);
            for (const engine of [live, again]) {
              engine.unlearn(gone);
              engine.train(Number.POSITIVE_INFINITY);
            }
            same();
            // What was read is not written over.
            expect(spoiled).toEqual(kept);
          },
        ),
        { numRuns },
      );
    },
    600_000,
  );

  it('counts at once, with nothing learned anew, unless lessons, entries or bytes are others', () => {
    const entries = entriesOf(6, 2);
    const first = trained(entries);
    const index = [...(first.snapshot() ?? [])];
    const said = 'the courier never rang my bell';
    const lessons = Array.from(
      { length: 200 },
      (_, at): Lesson => ({
        id: `${at}`,
        kind: 'pick',
        text: `${said} ${at}`,
        entry: { base: 'shop', id: `e${at % 2}` },
      }),
    );
    for (const each of lessons) first.learn(each);
    first.train(Number.POSITIVE_INFINITY);
    const kept = [...(first.keepLearned() ?? [])];
    const slicesOf = (
      told: readonly Lesson[],
      among: readonly EngineEntry[],
      parts: readonly Uint8Array[],
    ) => {
      const engine = createEngine({ train: 'later' });
      engine.put(among);
      engine.restore(index);
      engine.restoreLearned(parts);
      for (const each of told) engine.learn(each);
      let slices = 1;
      while (!engine.train(50_000)) slices++;
      expect(engine.rank({ text: said, today }).suggestions[0]?.phrasing).toContain(said);
      return slices;
    };
    const damaged = kept.map((part) => part.slice().fill(7, 100, 104));
    const other = [...entries.slice(1), ...entriesOf(7, 1).slice(6)];
    expect(slicesOf(lessons, entries, kept)).toBe(1);
    expect(slicesOf(lessons.slice(1), entries, kept)).toBeGreaterThan(100);
    expect(slicesOf(lessons, other, kept)).toBeGreaterThan(100);
    expect(slicesOf(lessons, entries, damaged)).toBeGreaterThan(100);
    expect(slicesOf(lessons, entries, [])).toBeGreaterThan(100);
  });

  it('is kept again once there is much more, or less, and is nothing when nothing is left', () => {
    const engine = trained(entriesOf(6, 2));
    engine.snapshot();
    const learn = (from: number, to: number) => {
      for (let at = from; at < to; at++) {
        const entry = { base: 'shop', id: 'e1' };
        engine.learn({ id: `${at}`, kind: 'pick', text: `my bell ${at}`, entry });
      }
    };
    const keeps = () => {
      engine.train(Number.POSITIVE_INFINITY);
      const parts = engine.keepLearned();
      return parts && [...parts].length;
    };
    expect(keeps()).toBeUndefined();
    learn(0, 50);
    expect(keeps()).toBeGreaterThan(0);
    learn(50, 99);
    expect(keeps()).toBeUndefined();
    learn(99, 100);
    expect(keeps()).toBeGreaterThan(0);
    engine.unlearn(['7']);
    expect(keeps()).toBeGreaterThan(0);
    engine.unlearn(Array.from({ length: 100 }, (_, at) => `${at}`));
    expect(keeps()).toBe(0);
    expect(keeps()).toBeUndefined();
  });
});
