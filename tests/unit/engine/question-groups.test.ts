import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';

const today = '2026-11-22';
const entry = (id: string, phrasings: string[], part: Partial<EngineEntry> = {}): EngineEntry => ({
  base: 'shop',
  id,
  title: id,
  phrasings,
  answer: `Answer of ${id}`,
  smallTalk: false,
  language: 'en',
  ...part,
});
const engine = createEngine();
engine.put([
  entry('refund-time', [
    'when do I get my refund',
    'how long does a refund take',
    'my money is not back yet',
    'still waiting for the refund',
  ]),
  entry('change-address', [
    'can I change the delivery address',
    'I moved, please deliver to my new address',
    'wrong address on my order',
    'update my address',
  ]),
  entry('voucher', [
    'my voucher code does not work',
    'how do I use a voucher',
    'where do I enter the code',
    'voucher not accepted',
  ]),
  entry('发货时间', ['什么时候发货', '怎么还没发货', '今天能发吗', '下单几天了还没发']),
  entry('优惠券', ['优惠券怎么用', '优惠券用不了', '领的券在哪里', '满减券不能用']),
  entry('hello', ['hi', 'hello', 'hi there', 'good morning', 'how are you today'], {
    base: 'talk',
    smallTalk: true,
  }),
]);
const rank = (text: string) => engine.rank({ text, today });
const groupsOf = (text: string) =>
  rank(text).groups.map(({ range: [start, end], suggestions }) => [
    text.slice(start, end),
    suggestions[0]?.id,
  ]);

describe('a message with several questions', () => {
  it.each([
    [
      'How long does a refund take? And can I change the delivery address?',
      [
        ['How long does a refund take?', 'refund-time'],
        ['And can I change the delivery address?', 'change-address'],
      ],
    ],
    [
      'Hello, my voucher code does not work. It is from May. Also when do I get my refund?',
      [
        ['Hello, my voucher code does not work. It is from May.', 'voucher'],
        ['Also when do I get my refund?', 'refund-time'],
      ],
    ],
    [
      'update my address\nhow do I use a voucher\nhow long does a refund take',
      [
        ['update my address', 'change-address'],
        ['how do I use a voucher', 'voucher'],
        ['how long does a refund take', 'refund-time'],
      ],
    ],
    [
      '什么时候发货？另外优惠券怎么用',
      [
        ['什么时候发货？', '发货时间'],
        ['另外优惠券怎么用', '优惠券'],
      ],
    ],
    [
      'how do i use a voucher and can i change the delivery address',
      [
        ['how do i use a voucher', 'voucher'],
        ['and can i change the delivery address', 'change-address'],
      ],
    ],
    [
      '今天能发吗，优惠券怎么用',
      [
        ['今天能发吗', '发货时间'],
        ['优惠券怎么用', '优惠券'],
      ],
    ],
    [
      'wrong address on my order. and how long does a refund take',
      [
        ['wrong address on my order.', 'change-address'],
        ['and how long does a refund take', 'refund-time'],
      ],
    ],
  ])('%j has a group for each, in their order, with the best answer to each', (text, expected) => {
    expect(groupsOf(text)).toEqual(expected);
  });

  it('has a group without cards for a question that nothing answers, when another one is answered', () => {
    expect(groupsOf('How do I use a voucher? Do you sell umbrellas in Paris?')).toEqual([
      ['How do I use a voucher?', 'voucher'],
      ['Do you sell umbrellas in Paris?', undefined],
    ]);
    expect(groupsOf('优惠券怎么用？你们招不招暑假工')).toEqual([
      ['优惠券怎么用？', '优惠券'],
      ['你们招不招暑假工', undefined],
    ]);
  });

  it('counts the places of matched words in the whole message, in every group', () => {
    const text = 'How long does a refund take? And can I change the delivery address?';
    for (const { range, suggestions } of rank(text).groups) {
      for (const { words, inMessage } of suggestions) {
        expect(words.length).toBeGreaterThan(0);
        expect(inMessage.map(([start, end]) => text.slice(start, end))).toEqual(words);
        for (const [start, end] of inMessage) {
          expect(start).toBeGreaterThanOrEqual(range[0]);
          expect(end).toBeLessThanOrEqual(range[1]);
        }
      }
    }
  });

  it('keeps the keys of its questions when the customer adds lines before and behind', () => {
    const [first, second] = rank('update my address\nhow do I use a voucher').groups;
    const grown = rank(
      'hi\nupdate my address\nit is wrong\nhow do I use a voucher?\nthanks!',
    ).groups;
    expect(grown.map(({ key }) => key)).toEqual([first?.key, second?.key]);
    expect(first?.key).not.toBe(second?.key);
  });

  it('gives a question another key when it is asked once more, so that no old tick covers it', () => {
    const asked = rank('update my address\nhow do I use a voucher').groups;
    const again = rank(
      'update my address\nhow do I use a voucher\nwrong address on my order',
    ).groups;
    const [first, second] = asked.map(({ key }) => key);
    expect(again.map(({ key }) => key)).toEqual([expect.not.stringMatching(first ?? ''), second]);
    const repeated = rank('update my address\nhow do I use a voucher\nHow do I use a voucher?');
    expect(repeated.groups.map(({ key }) => key)).not.toContain(second);
  });
});

describe('a plain message', () => {
  it.each([
    ['how long does a refund take', 'one sentence'],
    ['my money is not back yet\nstill waiting for the refund', 'two lines about one thing'],
    ['hi\nhow long\ndoes a refund take', 'one question in three lines'],
    ['My voucher code is from May. I moved in June. How do I use a voucher?', 'a story before it'],
    ['How are you today? How do I use a voucher?', 'small talk that asks'],
    ['How do I use a voucher? It’s Wednesday.', 'a sentence that asks nothing'],
    [
      'my voucher code does not work. What can I do?',
      'a question that leans on the sentence before',
    ],
    ['优惠券用不了。怎么处理？', 'the same in Chinese'],
    ['hi there', 'small talk'],
    ['zebras quibble', 'nothing that fits'],
    ['', 'nothing at all'],
  ])('%j has one group with the same suggestions: %s', (text) => {
    const { groups, suggestions } = rank(text);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.range).toEqual([0, text.length]);
    expect(groups[0]?.suggestions).toEqual(suggestions);
  });
});

describe('the kind of the whole result', () => {
  it.each([
    ['how long does a refund take', 'direct'],
    ['hi there', 'small-talk'],
    ['zebras quibble', 'unknown'],
    ['', 'unknown'],
  ])('of %j is %s', (text, kind) => {
    expect(rank(text).kind).toBe(kind);
  });
});

describe('what the votes had in it', () => {
  it('are five shares that make one whole', () => {
    for (const { votes } of rank('my vouchr code is not accepted').suggestions) {
      const { words, letters, phrasings, keywords, sense } = votes;
      for (const share of [words, letters, phrasings, keywords, sense]) {
        expect(share).toBeGreaterThanOrEqual(0);
      }
      expect(words + letters + phrasings + keywords + sense).toBeCloseTo(1, 6);
    }
  });

  it('tell what survived a slip: letters count for more than in clean words', () => {
    const clean = rank('still waiting for the refund').suggestions[0]?.votes.letters ?? 1;
    const slips = rank('stll waitng fr th refnd').suggestions[0]?.votes.letters ?? 0;
    expect(slips).toBeGreaterThan(clean);
  });
});
