import { describe, expect, it } from 'vitest';
import { findNearDuplicates } from '../../../lib/engine/care/near-duplicates';
import type { EngineEntry } from '../../../lib/engine/engine';

type Written = Partial<EngineEntry> & Pick<EngineEntry, 'id' | 'phrasings' | 'answer'>;

/** Entries of other topics, so that words have a rarity. */
const others: readonly Written[] = [
  { id: 'hours', phrasings: ['when are you open', '几点开门'], answer: 'From nine to five.' },
  {
    id: 'coupon',
    phrasings: ['my coupon does not work', '优惠券用不了'],
    answer: 'Please check the date.',
  },
  { id: 'size', phrasings: ['which size fits me', '该选什么尺码'], answer: 'See the size chart.' },
  { id: 'invoice', phrasings: ['send me an invoice', '怎么开发票'], answer: 'It comes by mail.' },
];

function pairsOf(...written: readonly Written[]) {
  const entries = [...others, ...written].map(
    (entry): EngineEntry => ({
      base: 'shop',
      title: entry.id,
      smallTalk: false,
      language: 'en',
      ...entry,
    }),
  );
  const finding = findNearDuplicates(entries);
  let step = finding.next();
  while (!step.done) step = finding.next();
  return step.value.map(({ one, other, ...pair }) => ({
    ...pair,
    ids: [entries[one]?.id, entries[other]?.id],
  }));
}

describe('two entries that ask the same', () => {
  it('are a duplicate when their answers agree', () => {
    const [pair, ...more] = pairsOf(
      { id: 'a', phrasings: ['when do I get my refund?'], answer: 'Refunds take 14 days.' },
      { id: 'b', phrasings: ['When do I get my refund'], answer: 'A refund takes 14 days.' },
    );
    expect(more).toEqual([]);
    expect(pair).toMatchObject({ kind: 'duplicate', ids: ['a', 'b'], differences: [] });
    expect(pair?.phrasings).toEqual({
      one: 'when do I get my refund?',
      other: 'When do I get my refund',
    });
  });

  it('contradict each other when only their answers are alike, but for a number', () => {
    const offer = (percent: number) =>
      `New customers who order from our autumn catalogue get ${percent} percent off their first order with us. The discount comes off by itself in the basket, it counts for all brands and gifts, and it can be joined with free delivery, vouchers from friends, loyalty points and any other seasonal promotion that runs meanwhile.`;
    const pairs = pairsOf(
      { id: 'a', phrasings: ['is there a discount'], answer: offer(10) },
      { id: 'b', phrasings: ['what do beginners get'], answer: offer(20) },
    );
    expect(pairs).toMatchObject([{ kind: 'contradiction', ids: ['a', 'b'] }]);
  });

  it.each([
    ['numbers', 'Refunds take 14 days.', 'Refunds take 30 days.', 'number', ['14'], ['30']],
    [
      'numbers in words',
      'You have two weeks for it.',
      'You have four weeks for it.',
      'number',
      ['two'],
      ['four'],
    ],
    ['days', 'We pay out on Monday.', 'We pay out on Fridays.', 'day', ['Monday'], ['Fridays']],
    [
      'dates',
      'It ends on 30 November.',
      'It ends on 1 December.',
      'day',
      ['30 November'],
      ['1 December'],
    ],
  ])('contradict each other by %s', (_, one, other, kind, mine, theirs) => {
    const [pair] = pairsOf(
      { id: 'a', phrasings: ['when do I get my refund'], answer: `Thank you. ${one}` },
      { id: 'b', phrasings: ['when do I get my refund'], answer: other },
    );
    expect(pair).toMatchObject({
      kind: 'contradiction',
      differences: [{ kind, one: mine, other: theirs }],
    });
  });

  it('contradict each other when only one says no', () => {
    const [pair] = pairsOf(
      { id: 'a', phrasings: ['can I return sale goods'], answer: 'Sale goods can be returned.' },
      {
        id: 'b',
        phrasings: ['can I return sale goods?'],
        answer: 'Sale goods cannot be returned.',
      },
    );
    expect(pair).toMatchObject({ kind: 'contradiction', differences: [{ kind: 'negation' }] });
  });

  it.each([
    ['数字', '退款会在七天内到账。', '退款会在15天内到账。', 'number'],
    ['日期', '活动11月30日结束。', '活动12月1日结束。', 'day'],
    ['星期', '我们周一发货给您。', '我们周五发货给您。', 'day'],
    ['否定', '特价商品可以退货。', '特价商品不可以退货。', 'negation'],
  ])('contradict each other in Chinese by %s', (_, one, other, kind) => {
    const [pair] = pairsOf(
      { id: 'a', phrasings: ['退款多久能到账'], answer: one },
      { id: 'b', phrasings: ['退款多久能到账啊'], answer: other },
    );
    expect(pair).toMatchObject({ kind: 'contradiction', ids: ['a', 'b'], differences: [{ kind }] });
  });

  it.each([
    [
      'other little words in another order',
      ['Can I return sale items?', 'Sale items can be returned.'],
      ['Can I return items on sale?', 'Sale items cannot be returned.'],
    ],
    [
      'a reply that says no twice and means it once',
      ['Is the case waterproof?', 'Yes, the case is waterproof.'],
      ['Is this case waterproof?', 'No, the case is not waterproof.'],
    ],
    [
      'Chinese in another order',
      ['特价商品可以退吗', '特价商品可以退。'],
      ['可以退特价商品吗', '不可以，特价商品不能退。'],
    ],
    [
      'a number with its counter word',
      ['一个账号能登几台设备', '最多登录三台设备。'],
      ['一个账号能登几台设备呢', '最多登录五台设备。'],
    ],
  ])('contradict each other in %s', (_, one, other) => {
    const [pair] = pairsOf(
      { id: 'a', phrasings: [one[0] ?? ''], answer: one[1] ?? '' },
      { id: 'b', phrasings: [other[0] ?? ''], answer: other[1] ?? '' },
    );
    expect(pair).toMatchObject({ kind: 'contradiction', ids: ['a', 'b'] });
  });

  it('do not contradict each other when both say 没 or only one asks 有没有', () => {
    const [pair] = pairsOf(
      { id: 'a', phrasings: ['怎么取消订单'], answer: '未发货的订单可以取消，请看有没有发货。' },
      { id: 'b', phrasings: ['订单怎么取消呢'], answer: '没发货的订单可以取消，请看发货状态。' },
    );
    expect(pair).toMatchObject({ kind: 'duplicate', ids: ['a', 'b'] });
  });

  it('do not contradict each other when a number is written in another way, or one says more', () => {
    const pairs = [
      pairsOf(
        {
          id: 'a',
          phrasings: ['退款多久能到账'],
          answer: '退款会在十四天内到账，不过节假日除外。',
        },
        { id: 'b', phrasings: ['退款多久能到账'], answer: '退款会在14天内到账，不过节假日除外。' },
      ),
      pairsOf(
        { id: 'a', phrasings: ['when does it end'], answer: 'It ends on 30 November.' },
        { id: 'b', phrasings: ['when does it end'], answer: 'It ends on Nov 30, 2026 for all.' },
      ),
    ];
    expect(pairs.map(([pair]) => pair?.kind)).toEqual(['duplicate', 'duplicate']);
  });
});

describe('two entries are let alone', () => {
  it('when they ask of other things', () => {
    expect(
      pairsOf(
        { id: 'a', phrasings: ['when do I get my refund'], answer: 'Refunds take 14 days.' },
        { id: 'b', phrasings: ['when do I get my parcel'], answer: 'Parcels take 3 days.' },
      ),
    ).toEqual([]);
  });

  it('when one word with a topic, or two Han characters, is all that they share', () => {
    expect(
      pairsOf(
        { id: 'a', phrasings: ['where is my refund'], answer: 'Refunds take 14 days.' },
        { id: 'b', phrasings: ['how do I get a refund'], answer: 'Tell us the order.' },
        { id: 'c', phrasings: ['还没发货吗'], answer: '明天发。' },
        { id: 'd', phrasings: ['你们从哪发货的'], answer: '从佛山发。' },
      ),
    ).toEqual([]);
  });

  it('when one asks for the opposite', () => {
    expect(
      pairsOf(
        { id: 'a', phrasings: ['why can my son log in'], answer: 'He has a family account now.' },
        { id: 'b', phrasings: ["why can't my son log in"], answer: 'He needs a family account.' },
      ),
    ).toEqual([]);
  });

  it('when they are for different seasons', () => {
    expect(
      pairsOf(
        {
          id: 'a',
          phrasings: ['what does a parcel cost'],
          answer: '5 euro.',
          validUntil: '2026-11-30',
        },
        {
          id: 'b',
          phrasings: ['what does a parcel cost'],
          answer: '6 euro.',
          validFrom: '2026-12-01',
        },
      ),
    ).toEqual([]);
  });
});

describe('two entries that answer the same', () => {
  it('are a duplicate, also when they ask in other words', () => {
    const answer = 'Please send us a photo of the damage and the number of the order.';
    const [pair] = pairsOf(
      { id: 'a', phrasings: ['the cup came broken'], answer },
      { id: 'b', phrasings: ['there is a crack in it'], answer: `${answer} ` },
    );
    expect(pair).toMatchObject({ kind: 'duplicate', ids: ['a', 'b'], questions: 0 });
    expect(pair?.answers).toBeCloseTo(1);
  });

  it('are let alone when the answer is a mere word', () => {
    expect(
      pairsOf(
        { id: 'a', phrasings: ['the cup came broken'], answer: 'Yes.' },
        { id: 'b', phrasings: ['is it made of glass'], answer: 'Yes.' },
      ),
    ).toEqual([]);
  });
});
