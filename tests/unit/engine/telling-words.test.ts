import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { stemOf } from '../../../lib/engine/text/stem';
import { tellingShare, tellingWords } from '../../../lib/engine/text/telling-words';

const entryOf = (id: string, phrasings: readonly string[]): EngineEntry => {
  const kind = { smallTalk: false, language: 'en' } as const;
  return { base: 'base', id, title: phrasings[0] ?? '', phrasings, answer: '', ...kind };
};

/** Two entries that say one word of the message each, equally often; the first would win a tie. */
function scoresWith(fillers: readonly string[]) {
  const engine = createEngine();
  engine.put([
    entryOf(
      'a',
      fillers.map((filler) => `would ${filler}`),
    ),
    entryOf(
      'b',
      fillers.map((filler) => `tweet ${filler}`),
    ),
  ]);
  const { suggestions, related } = engine.rank({ text: 'would tweet', today: '2026-11-22' });
  return new Map([...suggestions, ...related].map(({ id, score }) => [id, score]));
}

describe('words that tell more of what is asked', () => {
  it('decide in a base of few phrasings, where all words are equally rare', () => {
    const scores = scoresWith(['zebra']);
    expect(scores.get('b')).toBeGreaterThan((scores.get('a') ?? 0) * 1.2);
  });

  it('decide nothing in a base that has enough phrasings to find out by itself', () => {
    const scores = scoresWith(Array.from({ length: 16 }, (_, at) => `zebra${'xyz'.repeat(at)}`));
    expect(scores.get('b')).toBeCloseTo(scores.get('a') ?? 0, 1);
  });

  it('count less and less from five to fifteen phrasings an entry', () => {
    expect([1, 5, 10, 15, 50].map(tellingShare)).toEqual([1, 1, 0.5, 0, 0]);
  });

  it('are stems, each named once, with weights near 1', () => {
    const words = [...tellingWords()];
    expect(words.length).toBeGreaterThan(500);
    for (const [stem, weight] of words) {
      expect(stem).toMatch(/^[a-z][a-z']*$/);
      expect(weight).toBeGreaterThanOrEqual(0.7);
      expect(weight).toBeLessThanOrEqual(1.4);
    }
    expect(tellingWords().get(stemOf('transferred'))).toBeGreaterThan(1);
    expect(tellingWords().get('would')).toBeLessThan(1);
  });
});
