import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EngineEntry } from '../../../lib/engine/engine';

const today = '2026-11-22';
const entry = (id: string, phrasings: string[], part: Partial<EngineEntry> = {}): EngineEntry => ({
  base: 'en',
  id,
  title: id,
  phrasings,
  answer: `Answer of ${id}`,
  smallTalk: false,
  language: 'en',
  ...part,
});
const refund = entry('refund', [
  'when is my refund',
  '什么时候退款',
  '退款多久到账',
  '钱什么时候退',
]);
const parcel = entry('parcel', ['where is my parcel', '包裹在哪里', '还没收到包裹']);
const coupon = entry('coupon', ['优惠券什么时候到账', '优惠券怎么用', '领的券在哪里'], {
  base: 'zh',
  language: 'zh',
});
const withVariant: EngineEntry = { ...refund, alsoIn: ['zh'] };
const question = '退款什么时候到账';
const scoreOf = (engine: Engine, text = question) =>
  engine.rank({ text, today }).suggestions.find(({ id }) => id === 'refund')?.score ?? 0;

function engineOf(...entries: EngineEntry[]): Engine {
  const engine = createEngine();
  engine.put(entries);
  return engine;
}

describe('an English entry asked for in Chinese, beside Chinese ones', () => {
  const foreign = scoreOf(engineOf(refund, parcel, coupon));
  const own = scoreOf(engineOf(withVariant, parcel, coupon));

  it('counts in full when it has a Chinese answer', () => {
    expect(own).toBe(scoreOf(engineOf(refund, parcel, { ...coupon, language: 'en' })));
    expect(foreign).toBeLessThan(own);
  });

  it('does so from the moment that answer is added, until it is removed', () => {
    const engine = engineOf(refund, parcel, coupon);
    expect(scoreOf(engine)).toBe(foreign);
    engine.put([withVariant]);
    expect(scoreOf(engine)).toBe(own);
    engine.put([refund]);
    expect(scoreOf(engine)).toBe(foreign);
  });

  it('follows the language of its base when that is changed', () => {
    const engine = engineOf(refund, parcel, coupon);
    expect(scoreOf(engine)).toBe(foreign);
    engine.put([{ ...refund, language: 'zh' }]);
    expect(scoreOf(engine)).toBe(own);
  });

  it('does so after a restart, whatever it had when the index was kept', () => {
    const before = engineOf(refund, parcel, coupon);
    before.rank({ text: '', today });
    const parts = [...(before.snapshot() ?? [])];
    const engine = engineOf(withVariant, parcel, coupon);
    expect(engine.restore(parts)).toEqual({ outcome: 'restored', changed: 0 });
    expect(scoreOf(engine)).toBe(own);
  });
});

describe('an answer in another language', () => {
  it('does not make all others foreign when no base is in that language', () => {
    const text = '我的包裹在哪里';
    const score = (...entries: EngineEntry[]) =>
      engineOf(...entries).rank({ text, today }).suggestions[0]?.score;
    expect(score(withVariant, parcel)).toBe(score(refund, parcel));
  });
});
