import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../lib/engine/text/views';

const parts = (text: string) =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

describe('cutting a message into sentences', () => {
  it.each([
    ['One. Two? Three', ['One.', 'Two?', 'Three']],
    ['version 2.5 is out', ['version 2.5 is out']],
    ['first line\nsecond line', ['first line', 'second line']],
    ['can I pay later and also change the date', ['can I pay later', 'and also change the date']],
    [
      'where is my refund, also my code fails and can I change the address',
      ['where is my refund,', 'also my code fails', 'and can I change the address'],
    ],
    ['fish and chips', ['fish and chips']],
    ['几点发货？另外怎么退', ['几点发货？', '另外怎么退']],
    ['还有没有货', ['还有没有货']],
    ['?! … 🙂', []],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
  it('keeps the first and the last six of very many', () => {
    const many = Array.from({ length: 40 }, (_, at) => `s${at}.`).join(' ');
    expect(parts(many)).toHaveLength(12);
    expect(parts(many).at(-1)).toBe('s39.');
  });
});
