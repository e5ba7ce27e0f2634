import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { oddsOf } from '../../../lib/engine/rank/calibrate';
import { fewnessOf } from '../../../lib/engine/rank/few-phrasings';

const entry = (base: string, id: string, phrasings: string[]): EngineEntry => ({
  base,
  id,
  title: id,
  phrasings,
  answer: 'Soon.',
  smallTalk: false,
  language: 'en',
});
const asked = (count: number) => Array.from({ length: count }, (_, at) => `where is it ${at}`);
const fewnessIn = (...counts: number[]) =>
  fewnessOf(counts.map((count, at) => ({ entry: entry('shop', `e${at}`, asked(count)) }))).get(
    'shop',
  );

describe('how few phrasings a base has', () => {
  it('is all with one an entry or a title alone, and nothing from five on', () => {
    expect(fewnessIn(1, 1)).toBe(1);
    expect(fewnessIn(0)).toBe(1);
    expect(fewnessIn(5, 40)).toBe(0);
  });

  it('falls with each phrasing, and is the mean of its entries', () => {
    expect(fewnessIn(2)).toBeCloseTo(0.57, 2);
    expect(fewnessIn(3)).toBeCloseTo(0.32, 2);
    expect(fewnessIn(1, 5)).toBe(0.5);
  });

  it('leaves out entries that are gone, small talk and other bases', () => {
    const known = fewnessOf([
      { entry: entry('shop', 'a', asked(1)) },
      { entry: entry('shop', 'b', asked(9)), isGone: true },
      { entry: { ...entry('shop', 'c', asked(9)), smallTalk: true } },
      { entry: entry('bank', 'd', asked(9)) },
    ]);
    expect([...known]).toEqual([
      ['shop', 1],
      ['bank', 0],
    ]);
  });
});

describe('the confidence of a base with few phrasings', () => {
  const standing = { score: 1, ahead: 0.5, lead: 0.8, hanShare: 0, trained: true };

  it('is lower the fewer they are, most where it was high', () => {
    const lost = (score: number) =>
      oddsOf({ ...standing, score, fewness: 0 }) - oddsOf({ ...standing, score, fewness: 1 });
    expect(lost(1)).toBeGreaterThan(0);
    expect(lost(2)).toBeGreaterThan(lost(1));
    expect(oddsOf({ ...standing, fewness: 0.5 })).toBeLessThan(
      oddsOf({ ...standing, fewness: 0.25 }),
    );
  });

  it('never turns an order round, and silences no card', () => {
    const scores = Array.from({ length: 60 }, (_, at) => at / 20);
    const odds = scores.map((score) => oddsOf({ ...standing, score, ahead: 0, fewness: 1 }));
    expect(odds).toEqual([...odds].sort((a, b) => a - b));
    const unsure = { ...standing, score: 0, ahead: 0, lead: 0.1 };
    expect(oddsOf({ ...unsure, fewness: 1 })).toBe(oddsOf({ ...unsure, fewness: 0 }));
  });

  it('rises as the entry that is asked for gets more of them', () => {
    const others = ['where is my parcel', 'change my address', 'the modem is broken'];
    const confidenceWith = (phrasings: string[]) => {
      const engine = createEngine();
      engine.put(others.map((text, at) => entry('shop', `other ${at}`, [text])));
      engine.put([entry('shop', 'refund', phrasings)]);
      return engine.rank({ text: 'refund of my money', today: '2026-11-22' }).suggestions[0];
    };
    const few = confidenceWith(['when do I get my refund']);
    const more = confidenceWith([
      'when do I get my refund',
      'money back please',
      'refund not arrived',
      'I want a refund of what I paid',
    ]);
    expect(few?.id).toBe('refund');
    expect(more?.confidence).toBeGreaterThan(few?.confidence ?? 1);
  });

  it('leaves an entry asked for in its own words direct', () => {
    const engine = createEngine();
    engine.put([
      entry('shop', 'refund', ['when do I get my refund']),
      entry('shop', 'parcel', ['where is my parcel']),
    ]);
    const [first] = engine.rank({
      text: 'When do I get my refund?',
      today: '2026-11-22',
    }).suggestions;
    expect(first).toMatchObject({ id: 'refund', kind: 'direct' });
  });
});
