import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moods } from '../../lib/domain/mood';
import { moodOf } from '../../lib/engine/mood';
import { naughtyStrings, payloads } from '../support/hostile-strings';

const pieces = fc.constantFrom(
  ...[
    'not ',
    'happy',
    'SO ',
    'angry',
    '不',
    '满意',
    '太太太',
    '没有',
    '😡',
    '❤️',
    '\ud83d',
    '\ude21',
  ],
  ...[
    '!!!',
    '??',
    '\n',
    '，',
    '"',
    '[怒]',
    'still ',
    'thank you ',
    '等了',
    '三',
    '天',
    'constructor ',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
);

function check(text: string) {
  const { mood, confidence, words } = moodOf(text);
  expect(moods).toContain(mood);
  expect(confidence).toBeGreaterThan(0);
  expect(confidence).toBeLessThanOrEqual(1);
  for (const { text: word, range, mood: shown } of words) {
    const [start, end] = range;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end)).toBe(word);
    expect(moods).toContain(shown);
  }
}

describe('moodOf', () => {
  it('reads any text, and its words are slices of it', () => {
    fc.assert(fc.property(texts, check), { numRuns: 500 });
  });

  it('reads hostile strings', () => {
    for (const text of [...naughtyStrings, ...payloads]) check(text);
  });

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(moodOf(text)).toEqual(moodOf(text));
      }),
    );
  });

  it.each(['😡', '!', '"', 'a', '太', '等了', 'still ', 'not ', 'no no ', '\n', 'how long do i '])(
    'takes no longer for 200 kB of %j than for 4 kB, and that in step with 1 kB',
    (piece) => {
      const least = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        check(text);
        let best = Number.POSITIVE_INFINITY;
        for (let turn = 0; turn < 5; turn++) {
          const started = performance.now();
          moodOf(text);
          best = Math.min(best, performance.now() - started);
        }
        return best;
      };
      expect(least(200_000)).toBeLessThan(4 * least(4_000) + 5);
      expect(least(4_000)).toBeLessThan(8 * least(1_000) + 10);
    },
  );
});
