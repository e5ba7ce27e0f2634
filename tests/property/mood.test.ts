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

  it('reads only the two ends of a long text', () => {
    const end = fc.string({ minLength: 2_000, maxLength: 2_000, unit: 'grapheme-ascii' });
    const middles = [' ', '😡', 'I am furious! ', '气死我了'].map((piece) => piece.repeat(50_000));
    fc.assert(
      fc.property(end, end, (head, tail) => {
        const [plain, ...others] = middles.map((middle) => moodOf(head + middle + tail));
        for (const other of others) expect(other.mood).toBe(plain?.mood);
      }),
      { numRuns: 20 },
    );
  });

  it.each(['😡', '!', '"', 'a', '太', '等了', 'still ', 'not ', 'no no ', '\n', 'how long do i '])(
    'takes time in step with the length of a text of %j, and no more once it is long',
    (piece) => {
      const least = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        check(text);
        return Math.min(...Array.from({ length: 5 }, () => workOf(text)));
      };
      expect(least(4_000)).toBeLessThan(8 * least(1_000) + 30);
      expect(least(200_000)).toBeLessThan(4 * least(4_000) + 30);
    },
    20_000,
  );
});

/** Processor time in ms, which a busy machine changes less than the time on the clock. */
function workOf(text: string): number {
  const before = process.cpuUsage();
  moodOf(text);
  return process.cpuUsage(before).user / 1000;
}
