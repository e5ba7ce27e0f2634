import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EngineEntry, type Lesson } from '../../lib/engine/engine';

const today = '2026-11-22';
const questions = {
  refund: ['when do I get my refund', 'money back please', '什么时候退款'],
  parcel: ['how do I send a parcel back', 'return label', '怎么退货'],
  address: ['change the delivery address', 'I moved house', '改一下收货地址'],
  late: ['my order is late', 'where is my parcel', '怎么还没发货'],
};
const ids = Object.keys(questions) as (keyof typeof questions)[];
const entries = ids.map(
  (id): EngineEntry => ({
    base: 'shop',
    id,
    title: id,
    phrasings: questions[id],
    answer: '',
    smallTalk: false,
    language: 'en',
  }),
);

const word = fc.constantFrom(
  'refund',
  'refnud',
  'parcel',
  'late',
  'moved',
  'label',
  '退款',
  '地址',
);
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const lesson = fc.tuple(
  fc.constantFrom<Lesson['kind']>('pick', 'pick', 'edit', 'rejection', 'gap'),
  text,
  fc.constantFrom(...ids, 'gone'),
);
const act = fc.oneof(
  { weight: 4, arbitrary: lesson.map((taught) => ({ do: 'learn' as const, taught })) },
  { weight: 2, arbitrary: fc.nat().map((which) => ({ do: 'unlearn' as const, which })) },
  { weight: 1, arbitrary: fc.nat(3).map((which) => ({ do: 'rebuild' as const, which })) },
  { weight: 1, arbitrary: text.map((asked) => ({ do: 'rank' as const, asked })) },
  { weight: 1, arbitrary: fc.constant({ do: 'slice' as const }) },
);

const lessonOf = (
  id: string,
  [kind, said, to]: readonly [Lesson['kind'], string, string],
): Lesson =>
  kind === 'gap'
    ? { id, kind, text: said }
    : { id, kind, text: said, entry: { base: 'shop', id: to } };

const scoresOf = (engine: Engine, said: string) => {
  engine.train(Number.POSITIVE_INFINITY);
  return engine.rank({ text: said, today }, { limit: 20 });
};

describe('what was learned', () => {
  it('is bit by bit what the remaining lessons give, however they came and went', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 25 }),
        fc.array(text, { minLength: 1 }),
        (acts, asked) => {
          const engine = createEngine({ train: 'later' });
          engine.put(entries);
          let left: Lesson[] = [];
          acts.forEach((each, at) => {
            if (each.do === 'learn') {
              const taught = lessonOf(`${at}`, each.taught);
              engine.learn(taught);
              left.push(taught);
            } else if (each.do === 'unlearn') {
              const gone = left[each.which % (left.length || 1)];
              engine.unlearn(gone === undefined ? ['never'] : [gone.id]);
              left = left.filter((kept) => kept !== gone);
            } else if (each.do === 'rebuild') engine.put(entries.slice(each.which, each.which + 1));
            else if (each.do === 'rank') engine.rank({ text: each.asked, today });
            else engine.train(100_000);
          });
          const fresh = createEngine({ train: 'later' });
          fresh.put(entries);
          for (const taught of left) fresh.learn(taught);
          for (const said of asked) expect(scoresOf(engine, said)).toEqual(scoresOf(fresh, said));
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('is also the same when far more was learned than can be taken back step by step', () => {
    const engine = createEngine();
    engine.put(entries);
    engine.train(Number.POSITIVE_INFINITY);
    const all = Array.from({ length: 400 }, (_, at) =>
      lessonOf(`${at}`, [
        'pick',
        `${['my money', 'wrong street', '还没到'][at % 3]} ${at % 50}`,
        ids[at % 4] ?? '',
      ]),
    );
    for (const taught of all) engine.learn(taught);
    const before = scoresOf(engine, 'my money 7');
    engine.unlearn(['3', '5']);
    expect(engine.rank({ text: 'my money 7', today }, { limit: 20 })).not.toEqual(before);
    const fresh = createEngine();
    fresh.put(entries);
    for (const taught of all) if (!['3', '5'].includes(taught.id)) fresh.learn(taught);
    expect(scoresOf(engine, 'my money 7')).toEqual(scoresOf(fresh, 'my money 7'));
  });
});
