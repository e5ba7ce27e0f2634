import { expect, it } from 'vitest';
import { createEngine } from '../../../lib/engine/engine';
import { shopEntry as entry } from './support/shop-entry';

it('a word that once stood in an entry is as new to a large base as one that never did', () => {
  const today = '2026-11-22';
  const things = ['router', 'phone', 'tablet', 'watch', 'modem', 'camera', 'doorbell', 'speaker'];
  const entries = Array.from({ length: 5_001 }, (_, at) =>
    entry(`e${at}`, [`my ${things[at % 8]} x${at} is broken`]),
  );
  const engine = createEngine();
  engine.put(entries);
  const said = 'zorblax quibbled';
  const picked = () => {
    engine.learn({ id: '1', kind: 'pick', text: said, entry: { base: 'shop', id: 'e42' } });
    const [first] = engine.rank({ text: said, today }).suggestions;
    engine.unlearn(['1']);
    return first;
  };
  const before = picked();
  expect(before).toMatchObject({ id: 'e42', kind: 'direct' });
  engine.put([entry('e7', ['zorblax quibbled warbly'])]);
  engine.rank({ text: said, today });
  engine.put(entries.slice(7, 8));
  expect(picked()).toMatchObject({ id: 'e42', kind: 'direct', score: before?.score });
});
