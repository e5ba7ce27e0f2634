import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../lib/engine/engine';
import { shopEntry as entry } from './support/shop-entry';

const today = '2026-11-22';
const refund = { base: 'shop', id: 'refund' };
const parcel = { base: 'shop', id: 'parcel' };
const said = 'the courier never rang my bell';

let engine: Engine;
const scores = (text: string) => {
  const { suggestions, related } = engine.rank({ text, today }, { limit: 8 });
  return new Map([...suggestions, ...related].map(({ id, score }) => [id, score]));
};
const first = (text: string) => {
  const { suggestions, related } = engine.rank({ text, today });
  return [...suggestions, ...related][0]?.id;
};
const pick = (id: string, text = said, to = parcel) =>
  engine.learn({ id, kind: 'pick', text, entry: to });

beforeEach(() => {
  engine = createEngine();
  engine.put([
    entry('refund', ['when do I get my refund', 'where is my money', 'has my bell refund come']),
    entry('parcel', ['where is my parcel', 'my delivery is late', 'when will it come']),
    entry('address', ['I moved', 'change the delivery address', 'wrong street']),
  ]);
  engine.rank({ text: '', today });
});

describe('a pick', () => {
  it('is learned at once, also for messages like it', () => {
    expect(first('courier did not ring the bell')).not.toBe('parcel');
    pick('1');
    expect(first(said)).toBe('parcel');
    expect(first('courier did not ring the bell')).toBe('parcel');
  });

  it('leaves other messages as they are', () => {
    pick('1');
    expect(first('when do I get my refund')).toBe('refund');
    expect(first('please change my address')).toBe('address');
  });

  it('counts once, however often it is told', () => {
    pick('1');
    const once = scores(said);
    pick('1');
    expect(scores(said)).toEqual(once);
  });

  it('that is taken back leaves no trace', () => {
    pick('1', 'bell');
    const before = engine.rank({ text: said, today });
    pick('2');
    engine.learn({ id: '3', kind: 'rejection', text: said, entry: refund });
    expect(engine.rank({ text: said, today })).not.toEqual(before);
    engine.unlearn(['3', '2']);
    expect(engine.rank({ text: said, today })).toEqual(before);
  });

  it('makes its words known: they are not taken for slips of others', () => {
    pick('1', 'moven the parcels', parcel);
    expect(first('moven')).toBe('parcel');
  });

  it('of an entry that is gone changes nothing', () => {
    const before = scores(said);
    pick('1', said, { base: 'shop', id: 'gone' });
    expect([...scores(said).keys()]).toEqual([...before.keys()]);
  });

  it('outlives a change of the entries, while the ranking is trained anew and after', () => {
    const later = createEngine({ train: 'later' });
    const entries = [
      entry('refund', ['refund bell', 'money back']),
      entry('parcel', ['late', 'come']),
    ];
    later.put(entries);
    while (!later.train(1_000_000));
    later.learn({ id: '1', kind: 'pick', text: said, entry: parcel });
    later.put([entry('also', ['something else', 'and more'])]);
    const best = () => later.rank({ text: said, today }).suggestions[0]?.id;
    expect(best()).toBe('parcel');
    while (!later.train(1_000_000));
    expect(best()).toBe('parcel');
  });
});

describe('many picks', () => {
  const many = Array.from({ length: 120 }, (_, at) => ({
    id: `${at}`,
    kind: 'pick' as const,
    text: at === 0 ? said : `my bell ${['rang', 'broke', 'is late'][at % 3]} ${at}`,
    entry: at % 2 === 0 ? parcel : refund,
  }));
  const start = () => {
    const later = createEngine({ train: 'later' });
    later.put([
      entry('refund', ['when do I get my refund', 'where is my money', 'has my bell refund come']),
      entry('parcel', ['where is my parcel', 'my delivery is late', 'when will it come']),
    ]);
    for (const lesson of many) later.learn(lesson);
    return later;
  };
  const slicesOf = (later: Engine) => {
    let slices = 1;
    while (!later.train(50_000)) slices++;
    return slices;
  };

  it('count one after the other while they are learned again', () => {
    const later = start();
    const best = () => later.rank({ text: said, today }).suggestions[0];
    while (best()?.id !== 'parcel') expect(later.train(50_000)).toBe(false);
    expect(slicesOf(later)).toBeGreaterThan(50);
    expect(best()?.id).toBe('parcel');
  });

  it('are learned again in slices when one far back is undone', () => {
    const later = start();
    slicesOf(later);
    later.unlearn(['30']);
    expect(slicesOf(later)).toBeGreaterThan(50);
    const fresh = start();
    fresh.unlearn(['30']);
    slicesOf(fresh);
    const ask = (of: Engine) => of.rank({ text: said, today }, { limit: 8 });
    expect(ask(later)).toEqual(ask(fresh));
  });
});

describe('a rejection', () => {
  it('pushes the entry down for messages like it, and not for others', () => {
    const before = scores('where is my money').get('refund') ?? 0;
    const other = scores('when do I get my refund').get('refund') ?? 0;
    engine.learn({ id: '1', kind: 'rejection', text: 'where is my money now', entry: refund });
    expect(scores('where is my money').get('refund') ?? 0).toBeLessThan(before - 0.2);
    expect(scores('when do I get my refund').get('refund')).toBeGreaterThan(other - 0.2);
    expect(first('when do I get my refund')).toBe('refund');
  });
});

describe('a gap', () => {
  it('makes what was shown less sure, and teaches no phrasing', () => {
    const confidence = () =>
      engine.rank({ text: 'where is my bell tower', today }).suggestions[0]?.confidence ?? 0;
    const before = confidence();
    engine.learn({ id: '1', kind: 'gap', text: 'where is my bell tower' });
    expect(confidence()).toBeLessThan(before);
  });
});

describe('the reasons of a card', () => {
  const found = (text: string) => {
    const { suggestions, related } = engine.rank({ text, today }, { limit: 8 });
    return [...suggestions, ...related].find(({ id }) => id === 'parcel');
  };

  it('name what was said at a pick, and count its words as matched', () => {
    expect(found('when will the bell ring')?.words).not.toContain('bell');
    pick('1');
    expect(found('the courier rang no bell')).toMatchObject({ phrasing: said });
    expect(found('the courier rang no bell')?.words).toEqual(['courier', 'rang', 'bell']);
  });

  it('still name a written phrasing that is nearer', () => {
    pick('1');
    expect(found('where is my parcel')?.phrasing).toBe('where is my parcel');
  });

  it('name nothing learned once the pick is taken back', () => {
    const before = found('is the courier here, my parcel is late');
    pick('1');
    engine.unlearn(['1']);
    expect(found('is the courier here, my parcel is late')).toEqual(before);
  });
});
