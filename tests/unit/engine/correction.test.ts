import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../lib/engine/engine';
import { confidenceOf } from '../../../lib/engine/rank/calibrate';
import { correctionFrom, noCorrection } from '../../../lib/engine/rank/correction';

const many = (count: number, odds: number, rightOf10: number) =>
  Array.from({ length: count }, (_, at) => ({ odds, right: at % 10 < rightOf10 }));

describe("a base's own correction", () => {
  it('is none without outcomes', () => {
    expect(correctionFrom([])).toEqual(noCorrection);
  });

  it('brings confidences to what really happened', () => {
    const correction = correctionFrom([...many(200, 2, 6), ...many(200, 0, 2)]);
    expect(confidenceOf(2, correction)).toBeCloseTo(0.6, 1);
    expect(confidenceOf(0, correction)).toBeCloseTo(0.2, 1);
  });

  it('is small after a few: three rejections do not silence a base', () => {
    const correction = correctionFrom(many(3, 2, 0));
    expect(confidenceOf(2, correction)).toBeLessThan(confidenceOf(2, noCorrection));
    expect(confidenceOf(2, correction)).toBeGreaterThan(0.4);
  });

  it('is the same in whatever order the outcomes come', () => {
    const outcomes = [...many(20, 1, 3), ...many(20, 3, 9)];
    const { shift, slope, beyond } = correctionFrom(outcomes);
    const reversed = correctionFrom(outcomes.toReversed());
    expect(reversed.shift).toBeCloseTo(shift, 9);
    expect(reversed.slope).toBeCloseTo(slope, 9);
    expect(reversed.beyond).toBeCloseTo(beyond, 9);
  });

  it('lowers what looks surest, beside near strays, without lowering what looks likely', () => {
    const correction = correctionFrom([
      ...many(400, 0, 5),
      ...many(400, 1.5, 8),
      ...many(400, 4, 8),
    ]);
    expect(confidenceOf(0, correction)).toBeCloseTo(0.5, 1);
    expect(confidenceOf(1.5, correction)).toBeCloseTo(0.8, 1);
    expect(confidenceOf(4, correction)).toBeLessThan(0.9);
  });

  it('leaves no doubt where every sure card was wrong', () => {
    expect(confidenceOf(4, correctionFrom(many(200, 4, 0)))).toBeLessThan(0.1);
  });

  it.each([
    ['all right', many(500, -3, 10)],
    ['all wrong', many(500, 3, 0)],
    ['upside down', [...many(200, 4, 0), ...many(200, -4, 10)]],
  ])('stays finite and never turns the order round when they are %s', (_, outcomes) => {
    const correction = correctionFrom(outcomes);
    expect(Number.isFinite(correction.shift)).toBe(true);
    expect(correction.slope).toBeGreaterThan(0);
    expect(correction.beyond).toBeGreaterThan(0);
  });

  it('changes the confidence of one base only, and goes when its outcomes do', () => {
    const engine = createEngine();
    const entry = { title: 'refund', answer: 'Soon.', smallTalk: false, language: 'en' as const };
    engine.put([
      { ...entry, base: 'a', id: 'one', phrasings: ['when do I get my refund', 'refund time'] },
      { ...entry, base: 'b', id: 'two', phrasings: ['where is my parcel', 'parcel lost'] },
    ]);
    const confidence = (text: string) =>
      engine.rank({ text, today: '2026-11-22' }).suggestions[0]?.confidence ?? 0;
    const [refund, parcel] = [confidence('refund time'), confidence('parcel lost')];
    engine.correct('a', many(100, 2, 1));
    expect(confidence('refund time')).toBeLessThan(refund);
    expect(confidence('parcel lost')).toBe(parcel);
    engine.correct('a', []);
    expect(confidence('refund time')).toBe(refund);
  });
});
