import { describe, expect, it, vi } from 'vitest';
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

/** Counts the characters that go through folding and matching, which all of the search rests on. */
function worked(find: () => string[]) {
  let characters = 0;
  const counting = (['normalize', 'toLowerCase', 'match', 'split'] as const).map((name) => {
    const own = String.prototype[name] as (...given: unknown[]) => unknown;
    return vi.spyOn(String.prototype, name).mockImplementation(function (
      this: string,
      ...given: unknown[]
    ) {
      characters += this.length;
      return own.apply(this, given) as never;
    });
  });
  const found = find();
  for (const spy of counting) spy.mockRestore();
  return { found, characters };
}

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

  const hostile: readonly [string, string][] = [
    ['one word over and over', 'tablet '.repeat(30_000)],
    ['10,000 characters without a space', 'tablet'.repeat(1_700)],
    ['10,000 different words', Array.from({ length: 10_000 }, (_, at) => `t${at}`).join(' ')],
    ['lone surrogates', 'tablet \ud83d \udc00'.repeat(20_000)],
    ['200 kB of emoji', '😀'.repeat(50_000)],
    ['characters that fold to eighteen', '\ufdfa'.repeat(20_000)],
    ['combining marks', `e${'\u0301'.repeat(50_000)}`],
    ['a page of blanks', ' \n\t'.repeat(50_000)],
  ];

  it.each(hostile)('looks at no more of %s than of a line', (_, query) => {
    const line = worked(() => finder.find('tablet esim phone bill higher than usual', 5));
    const page = worked(() => finder.find(query, 5));
    expect(page.characters).toBeLessThan(line.characters * 40);
    expect(page.found.length).toBeLessThanOrEqual(5);
  });

  it('finds a word that is pasted many times, or after a page of blanks', () => {
    expect(finder.find('tablet '.repeat(30_000), 5)[0]).toBe('esim-tablet');
    expect(finder.find(`${' '.repeat(100)}tablet`, 5)[0]).toBe('esim-tablet');
  });
});
