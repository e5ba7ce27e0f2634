import { describe, expect, it } from 'vitest';
import { createEngine, markWords } from '../../../lib/engine/engine';
import { analyse } from '../../../lib/engine/text/analyse';
import { characterGrams, wordFeatures } from '../../../lib/engine/text/features';
import { sentencesOf } from '../../../lib/engine/text/views';

const engine = createEngine();
engine.put(
  ['constructor', '__proto__', 'toString', 'refund'].map((word) => ({
    base: '__proto__',
    id: word,
    title: word,
    phrasings: [`how does ${word} work`, `${word} is broken`, `tell me about ${word} please`],
    answer: word,
    smallTalk: false,
    language: 'en' as const,
  })),
);
const today = '2026-11-22';
engine.rank({ text: 'refund', today });

describe('text that nobody types', () => {
  it.each([
    ['10,000 characters without a space', 'a'.repeat(10_000)],
    ['10,000 words that are the same', 'refund '.repeat(10_000)],
    ['10,000 questions', 'refund? '.repeat(10_000)],
    ['10,000 Han characters', '退款'.repeat(5_000)],
    ['20,000 kana', 'キャンセルしたい'.repeat(2_500)],
    ['20,000 Thai letters', 'ยกเลิกสมาชิกที่ไหนครับ'.repeat(900)],
    ['20,000 halfwidth kana', 'ｷﾞｬﾝｾﾙ'.repeat(3_500)],
    ['20,000 Hangul letters, decomposed', '환불해'.normalize('NFD').repeat(2_500)],
    ['Thai marks without letters', '\u0e48'.repeat(20_000)],
    ['lone surrogates', 'refund \ud83d \udc00 '.repeat(500)],
    ['200 kB of emoji', '😀'.repeat(50_000)],
    ['combining marks', `e${'\u0301'.repeat(10_000)}`],
  ])('%s takes little work', (_, text) => {
    const tokens = analyse(text);
    const sentences = sentencesOf(text);
    // A sentence sees only its own tokens, so the votes look at most twice at each.
    expect(tokens.length).toBeLessThanOrEqual(4_000);
    expect(wordFeatures(tokens).length + characterGrams(tokens).length).toBeLessThan(20_000);
    expect(sentences.length).toBeLessThanOrEqual(12);
    const { suggestions } = engine.rank({ text, today });
    for (const { inMessage } of suggestions) {
      for (const [start, end] of inMessage) expect(end).toBeGreaterThan(start);
    }
    for (const [start, end] of markWords('the refund', text)) expect(end).toBeGreaterThan(start);
  });

  it('names of object members are words and ids like any other', () => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect(engine.rank({ text: `${word} is broken`, today }).suggestions[0]?.id).toBe(word);
    }
  });

  it('the question at the end of a very long message is still read', () => {
    const text = `${'lorem ipsum dolor. '.repeat(600)} refund is broken`;
    const [first] = engine.rank({ text, today }).suggestions;
    expect(first?.id).toBe('refund');
    expect(first?.inMessage.some(([start, end]) => text.slice(start, end) === 'refund')).toBe(true);
  });
});
