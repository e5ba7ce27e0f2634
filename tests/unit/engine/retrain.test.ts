import { describe, expect, it } from 'vitest';
import { createEngine, type Lesson } from '../../../lib/engine/engine';
import { makeFold } from '../../../lib/engine/learn/fold-lessons';
import { tryRetraining, verdictOf } from '../../../lib/engine/learn/retrain';
import { shopEntry as entry } from './support/shop-entry';

const entries = [entry('refund', ['where is my money']), entry('parcel', ['where is my parcel'])];
const pick = (id: number, text: string, to: string): Lesson => ({
  id: `${id}`,
  kind: 'pick',
  text,
  entry: { base: 'shop', id: to },
});

describe('training anew', () => {
  it('takes picks as further phrasings, each once, the newest last', () => {
    const folded = makeFold([
      pick(1, 'a', 'refund'),
      pick(2, 'b', 'refund'),
      pick(3, 'a', 'refund'),
      pick(4, 'where is my money', 'refund'),
      { id: '5', kind: 'rejection', text: 'c', entry: { base: 'shop', id: 'refund' } },
      { id: '6', kind: 'gap', text: 'd' },
    ])(entries);
    expect(folded.map(({ phrasings }) => phrasings)).toEqual([
      ['where is my money', 'b', 'a'],
      ['where is my parcel'],
    ]);
  });

  it('is taken only if it loses no pick that was held back, and enough were', () => {
    expect(verdictOf({ before: 18, after: 18 }, 20).isTaken).toBe(true);
    expect(verdictOf({ before: 18, after: 17 }, 20).isTaken).toBe(false);
    expect(verdictOf({ before: 0, after: 19 }, 19).isTaken).toBe(false);
  });

  it('is measured against the ranking in use, with what was folded in before', () => {
    const words = ['bell', 'door', 'van', 'coin', 'bank', 'card', 'bill'];
    const ids = Array.from({ length: 12 }, (_, at) => `e${at}`);
    const many = ids.map((id, at) => entry(id, [`${words[at % 7]} ${words[(at * 3) % 7]} ${id}`]));
    // No rule can be seen in them, so that only what learned them by heart knows them.
    const picks = Array.from({ length: 200 }, (_, at) => {
      const said = [at * 5, at * at, at * 11 + 3].map((each) => words[each % 7]).join(' ');
      return pick(at, said, ids[(at * 7 + (at >> 3)) % 12] ?? '');
    });
    const folded = picks.slice(0, 100);
    const since = picks.slice(100);
    const lessons = [...folded, ...since];
    const measure = (folds: readonly Lesson[]) => {
      const trying = tryRetraining(
        many,
        { folded: folds, offered: lessons, lessons },
        '2026-11-22',
      );
      let step = trying.next();
      while (!step.done) step = trying.next();
      return step.value;
    };
    const live = createEngine();
    const isHeldBack = (_: Lesson, at: number) => at % 5 === 4;
    const seen = (list: readonly Lesson[]) => list.filter((each, at) => !isHeldBack(each, at));
    live.put(makeFold(seen(folded))(many));
    for (const lesson of seen(since)) live.learn(lesson);
    const heldBack = [...folded, ...since].filter(isHeldBack);
    const hits = heldBack.filter(({ text, ...lesson }) => {
      const { suggestions, related } = live.rank({ text, today: '2026-11-22' }, { limit: 3 });
      const ids = [...suggestions, ...related].slice(0, 3).map(({ id }) => id);
      return 'entry' in lesson && ids.includes(lesson.entry.id);
    });
    expect(measure(folded).before).toBe((100 * hits.length) / heldBack.length);
    expect(measure([]).after).toBe(measure(folded).after);
  });

  it('leaves the picks that it is not offered what they are, lessons', () => {
    const words = ['bell', 'door', 'van', 'street', 'coin', 'bank', 'card', 'bill'];
    const lessons = Array.from({ length: 120 }, (_, at) =>
      pick(at, `${words[at % 8]} ${words[(at * 3) % 8]}`, at % 8 < 4 ? 'parcel' : 'refund'),
    );
    const measure = (offered: readonly Lesson[]) => {
      const trying = tryRetraining(entries, { folded: [], offered, lessons }, '2026-11-22');
      let step = trying.next();
      while (!step.done) step = trying.next();
      return step.value;
    };
    const all = { before: 100, after: 100, heldBack: 24, isTaken: true };
    expect(measure([])).toEqual(all);
    expect(measure(lessons.slice(0, 4))).toEqual(all);
  });

  it('is tried in slices on picks that neither side has seen', () => {
    const words = ['bell', 'door', 'van', 'street', 'coin', 'bank', 'card', 'bill'];
    const picks = Array.from({ length: 120 }, (_, at) =>
      pick(at, `${words[at % 8]} ${words[(at * 3) % 8]}`, at % 8 < 4 ? 'parcel' : 'refund'),
    );
    const trying = tryRetraining(
      entries,
      { folded: [], offered: picks, lessons: picks },
      '2026-11-22',
      1_000,
    );
    let slices = 0;
    let step = trying.next();
    for (; !step.done; step = trying.next()) slices++;
    expect(slices).toBeGreaterThan(48);
    expect(step.value).toEqual({ before: 100, after: 100, heldBack: 24, isTaken: true });
  });
});
