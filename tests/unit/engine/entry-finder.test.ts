import { describe, expect, it } from 'vitest';
import { makeEntryFinder } from '../../../lib/engine/entry-finder';

const entry = (key: string, title: string, phrasings: string[] = [], answer = '') => ({
  key,
  title,
  phrasings,
  answer,
});

const finder = makeEntryFinder([
  entry('refund', '退款进度、退款没到账', ['钱什么时候退']),
  entry('invoice', '开发票', ['能开票吗']),
  entry('esim-phone', 'Activate an eSIM on a phone', ['esim iphone']),
  entry('esim-tablet', 'Activate an eSIM on a tablet', ['esim ipad']),
  entry('bill', 'Bill higher than usual', ['why is my bill so high'], 'Here is why it went up.'),
]);
const first = (query: string) => finder.find(query, 5)[0];

describe('finding an entry while typing', () => {
  it.each([
    ['a word of the title', 'tablet', 'esim-tablet'],
    ['two words with a typo', 'esim tablt', 'esim-tablet'],
    ['a word of a phrasing', 'ipad', 'esim-tablet'],
    ['words of the answer', 'went up', 'bill'],
    ['Chinese characters', '发票', 'invoice'],
    ['pinyin', 'tuikuan', 'refund'],
    ['pinyin in part', 'fapi', 'invoice'],
    ['pinyin initials', 'tkjd', 'refund'],
    ['initials of a short title', 'kfp', 'invoice'],
  ])('works by %s', (_, query, key) => {
    expect(first(query)).toBe(key);
  });

  it('gives nothing for nothing', () => {
    expect(finder.find('  ', 5)).toEqual([]);
    expect(finder.find('qqqq', 5)).toEqual([]);
  });

  it('gives at most as many as asked for', () => {
    expect(finder.find('esim', 1)).toHaveLength(1);
  });

  it('does not choke on a whole page pasted into the box', () => {
    expect(finder.find('tablet '.repeat(20_000), 5).length).toBeLessThanOrEqual(5);
  });
});
