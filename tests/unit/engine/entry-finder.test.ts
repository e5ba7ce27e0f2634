import { describe, expect, it, vi } from 'vitest';
import { makeEntryFinder } from '../../../lib/engine/entry-finder';
import { makeFindWork } from '../../../lib/engine/find/find-work';

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

/** How many steps a search took. */
function stepsOf(find: (work: ReturnType<typeof makeFindWork>) => unknown): number {
  const work = makeFindWork(1_000_000_000);
  find(work);
  return 1_000_000_000 - work.left;
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

describe('the order of what is found', () => {
  const made = makeEntryFinder([
    entry(
      'in-answer',
      'Opening hours',
      ['when are you open'],
      'On holidays the fast lane is shut.',
    ),
    entry('in-phrasing', 'Public days off', ['which holidays do you keep']),
    entry('in-title', 'Delivery on holidays'),
    entry('at-start', 'Holidays and rest days'),
    entry('itself', 'Holidays'),
    entry('slip', 'Holiday homes'),
    entry('café', 'Café on the first floor'),
    entry('wide', 'ＡＢＣ１２ wide letters'),
    entry('mixed', 'eSIM激活失败', ['激活esim提示错误']),
    entry('sim', '补办SIM卡'),
    entry('signs', 'C++ and 50% off', [], 'Write 😀 or → to us.'),
    entry('thai', 'ติดตามพัสดุของฉันอยู่ที่ไหนตอนนี้และเมื่อไรจะถึงมือผู้รับที่บ้านของฉันเสียที', []),
  ]);
  const keys = (query: string) => made.find(query, 20);

  it('is title, start of a title, within a title, phrasing, answer, slip', () => {
    expect(keys('holidays')).toEqual([
      'itself',
      'at-start',
      'in-title',
      'in-phrasing',
      'in-answer',
      'slip',
    ]);
  });

  it.each([
    ['letters exchanged', 'hoildays', 'itself'],
    ['a letter missing', 'delivry', 'in-title'],
    ['a letter too many', 'openning', 'in-answer'],
    ['a slip in a word of an answer', 'lnae fast', 'in-answer'],
    ['a word not finished', 'holid hom', 'slip'],
    ['the middle of a word', 'liver', 'in-title'],
    ['an accent left out', 'cafe', 'café'],
    ['wide letters typed narrow', 'abc12', 'wide'],
    ['narrow letters typed wide', 'ｃａｆｅ', 'café'],
    ['Chinese and English words', '激活 esim', 'mixed'],
    ['Chinese and English without a blank', 'esim激活', 'mixed'],
    ['Chinese words with others between', '激活错误', 'mixed'],
    ['pinyin with a slip', 'jihou', 'mixed'],
    ['pinyin with blanks', 'ji huo shi bai', 'mixed'],
    ['initials with a letter from them missing', 'jhsb', 'mixed'],
    ['signs', '++', 'signs'],
    ['a sign in the answer', '→', 'signs'],
    ['emoji', '😀', 'signs'],
    ['a script without blanks', 'เมื่อไรจะถึง', 'thai'],
  ])('puts first what fits %s', (_, query, key) => {
    expect(keys(query)[0]).toBe(key);
  });

  it('lets what was picked more often decide between equals, and only there', () => {
    const twins = makeEntryFinder([
      entry('a', 'Returns'),
      entry('b', 'Returns'),
      entry('c', 'Turns'),
    ]);
    const picks = new Map([
      ['b', 2],
      ['c', 9],
    ]);
    expect(twins.find('returns', 5, { picks })).toEqual(['b', 'a', 'c']);
  });

  it('puts entries with both words before those with one', () => {
    expect(keys('holidays delivery')[0]).toBe('in-title');
    expect(keys('holidays keep')[0]).toBe('in-phrasing');
  });
});

describe('hundreds of entries that fit alike', () => {
  const titles = Array.from({ length: 900 }, (_, at) => `Parcel lost in depot ${at}`);
  titles.splice(700, 0, 'Parcel lost', 'Where is my parcel, is it lost', 'Fees in €');
  const made = makeEntryFinder(titles.map((title) => entry(title, title)));
  while (!made.index(1_000_000));

  it.each([
    ['the title that is nothing else', 'parcel lost', 'Parcel lost'],
    ['one word of many that is in few', 'parcel lost where', 'Where is my parcel, is it lost'],
    ['a sign', '€', 'Fees in €'],
    ['a number', 'parcel 612', 'Parcel lost in depot 612'],
  ])('do not hide %s', (_, query, title) => {
    expect(made.find(query, 5)[0]).toBe(title);
  });
});

describe('entries that change', () => {
  const many = Array.from({ length: 2_000 }, (_, at) =>
    entry(`k${at}`, `Question ${at} about parcels`, [`where is parcel ${at}`], 'It is on its way.'),
  );

  it('are found by their new words at once and not by the old ones', () => {
    const changing = makeEntryFinder(many);
    while (!changing.index(100_000));
    changing.put([entry('k7', 'Umbrella stand')]);
    expect(changing.find('umbrela', 5)[0]).toBe('k7');
    expect(changing.find('question 7 about', 5)).not.toContain('k7');
    changing.remove(['k7']);
    expect(changing.find('umbrella', 5)).toEqual([]);
  });

  it('cost no more than their own words', () => {
    const changing = makeEntryFinder(many);
    while (!changing.index(100_000));
    const one = worked(() => {
      changing.put([entry('k7', 'Question 7 about letters')]);
      return changing.index(1_000_000) ? [] : ['unfinished'];
    });
    expect(one).toMatchObject({ found: [] });
    expect(one.characters).toBeLessThan(500);
    const same = worked(() => {
      changing.put(many.slice(8).map((one) => ({ ...one })));
      return changing.index(1_000_000) ? [] : ['unfinished'];
    });
    expect(same).toEqual({ found: [], characters: 0 });
  });

  it('leave nothing behind, however often they change', () => {
    const changing = makeEntryFinder(many);
    for (let round = 0; round < 4; round++) {
      changing.put(many.map((one) => ({ ...one, title: `${one.title} round${round}` })));
      while (!changing.index(100_000));
    }
    expect(changing.find('round2', 5)).not.toContain(undefined);
    expect(changing.find('question 12 round3', 3)[0]).toBe('k12');
    expect(stepsOf((work) => changing.find('parcels', 5, { work }))).toBeLessThan(40_000);
    changing.remove(many.map(({ key }) => key));
    expect(changing.find('question', 5)).toEqual([]);
  });
});

describe('a search before everything is indexed', () => {
  const many = Array.from({ length: 5_000 }, (_, at) =>
    entry(`k${at}`, `Question ${at} about parcels`, [`where is parcel ${at}`], 'x'.repeat(300)),
  );

  it('does not wait for the index', () => {
    const young = makeEntryFinder(many);
    const search = worked(() => young.find('question 4321 ab', 5));
    expect(search.found[0]).toBe('k4321');
    while (!young.index(1_000_000));
    const whole = worked(() => {
      const all = makeEntryFinder(many);
      while (!all.index(1_000_000));
      return [];
    });
    expect(search.characters).toBeLessThan(whole.characters / 2);
  });

  it('answers with what it has when its work is used up', () => {
    const old = makeEntryFinder(many);
    while (!old.index(1_000_000));
    const work = makeFindWork(6_000);
    expect(old.find('question', 5, { work }).length).toBeGreaterThan(0);
    expect(work.left).toBeGreaterThan(-6_000);
  });

  it.each(hostile)('does a bounded work for %s', (_, query) => {
    const old = makeEntryFinder(many);
    while (!old.index(1_000_000));
    expect(stepsOf((work) => old.find(query, 20, { work }))).toBeLessThan(2_500_000);
    const usual = makeFindWork();
    old.find(query, 20, { work: usual });
    expect(usual.left).toBeGreaterThan(-50_000);
  });
});
