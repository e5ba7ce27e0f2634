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

const shop = [
  entry('refund-time', [
    'when do I get my refund',
    'how long does a refund take',
    'my money is not back yet',
    'still waiting for the refund',
  ]),
  entry('return-parcel', [
    'how do I send a parcel back',
    'I want to return my order',
    'where do I get a return label',
    'sending back shoes that do not fit',
  ]),
  entry('change-address', [
    'can I change the delivery address',
    'I moved, please deliver to my new address',
    'wrong address on my order',
    'update my address',
  ]),
  entry('发货时间', ['什么时候发货', '怎么还没发货', '今天能发吗', '下单几天了还没发'], {
    base: '商城',
    language: 'zh',
  }),
  entry('优惠券', ['优惠券怎么用', '优惠券用不了', '领的券在哪里', '满减券不能用'], {
    base: '商城',
    language: 'zh',
  }),
  entry('hello', ['hi', 'hello', 'hi there', 'good morning'], { base: 'talk', smallTalk: true }),
  entry('thanks', ['thanks', 'thank you', 'thanks a lot', 'cheers'], {
    base: 'talk',
    smallTalk: true,
  }),
  entry('谢谢', ['谢谢', '谢谢你', '多谢', '感谢'], {
    base: 'talk',
    smallTalk: true,
    language: 'zh',
  }),
];

const engineOf = (entries: readonly EngineEntry[]) => {
  const engine = createEngine();
  engine.put(entries);
  return engine;
};
const engine = engineOf(shop);
const idsFor = (text: string) => engine.rank({ text, today }).suggestions.map(({ id }) => id);

describe('what comes first, and why', () => {
  it('is the entry whose phrasing the message repeats', () => {
    const [first] = engine.rank({ text: 'How long does a refund take?', today }).suggestions;
    expect(first).toMatchObject({ id: 'refund-time', kind: 'direct' });
    expect(first?.phrasing).toBe('how long does a refund take');
  });

  it('is found by the stem: "returning" means "return"', () => {
    expect(idsFor('returning an order')[0]).toBe('return-parcel');
  });

  it('is found in spite of slips: the words meant are known ones', () => {
    expect(idsFor('wehn do i get my refnud')[0]).toBe('refund-time');
  });

  it('is found by two Han characters in a row, without any segmentation', () => {
    expect(idsFor('请问我的优惠券为啥用不了')[0]).toBe('优惠券');
  });

  it('is found across languages when a Chinese question has English nouns', () => {
    expect(idsFor('我的 refund 什么时候')).toContain('refund-time');
  });

  it('is the question between sentences of chatter', () => {
    const text =
      'Hello, I have been a customer for three years. Can I change the delivery address? Have a nice day!';
    expect(idsFor(text)[0]).toBe('change-address');
  });

  it.each([
    ['how long does a refund take? and also can i change the delivery address'],
    ['how long does a refund take\ncan i change the delivery address'],
  ])('are the answers to both questions of "%s"', (text) => {
    expect(idsFor(text).slice(0, 3)).toEqual(
      expect.arrayContaining(['refund-time', 'change-address']),
    );
  });

  it('are the answers to both questions of a Chinese message', () => {
    expect(idsFor('什么时候发货？另外优惠券怎么用').slice(0, 3)).toEqual(
      expect.arrayContaining(['发货时间', '优惠券']),
    );
  });
});

describe('small talk', () => {
  it.each([
    ['hi', 'hello'],
    ['thank you!', 'thanks'],
    ['谢谢', '谢谢'],
  ])('"%s" gets its small-talk card', (text, id) => {
    expect(engine.rank({ text, today }).suggestions[0]).toMatchObject({ id, kind: 'small-talk' });
  });

  it('stays away when there is a question', () => {
    const { suggestions } = engine.rank({ text: 'hi, how long does a refund take', today });
    expect(suggestions[0]?.id).toBe('refund-time');
    expect(suggestions.some(({ kind }) => kind === 'small-talk')).toBe(false);
  });

  it('stays away when it is switched off', () => {
    const { suggestions } = engine.rank({ text: 'hi', today }, { smallTalk: false });
    expect(suggestions).toEqual([]);
  });
});

describe('when nothing fits', () => {
  it.each(['', '   ', '🙂🙂', 'zebras quibble'])('%j gets no suggestion', (text) => {
    expect(engine.rank({ text, today }).suggestions).toEqual([]);
  });

  it('an empty engine says so', () => {
    expect(createEngine().rank({ text: 'hello', today })).toMatchObject({
      kind: 'unknown',
      suggestions: [],
      related: [],
      groups: [{ range: [0, 5], suggestions: [] }],
    });
  });
});

describe('validity', () => {
  const offer = [
    entry('winter', ['what is the winter offer'], {
      validFrom: '2026-11-01',
      validUntil: '2026-11-30',
    }),
    ...shop,
  ];
  it.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('on %s the entry is suggested: %s', (day, isShown) => {
    const { suggestions, related } = engineOf(offer).rank({
      text: 'what is the winter offer',
      today: day,
    });
    expect([...suggestions, ...related].some(({ id }) => id === 'winter')).toBe(isShown);
  });
});

describe('the reasons', () => {
  it('are the words as the customer wrote them, without stop words, with their places', () => {
    const text = 'Hello, when is my REFUND back?';
    const [first] = engine.rank({ text, today }).suggestions;
    expect(first?.words).toContain('REFUND');
    expect(first?.words).not.toContain('my');
    expect(first?.inMessage.map(([start, end]) => text.slice(start, end))).toContain('REFUND');
  });

  it('come from the entry itself: a word of another entry is none', () => {
    const { suggestions } = engine.rank({ text: 'refund for the delivery address', today });
    const refund = suggestions.find(({ id }) => id === 'refund-time');
    expect(refund?.words ?? []).not.toContain('delivery');
  });
});

describe('what is said before', () => {
  it('helps a message that says too little', () => {
    const earlier = ['how long does a refund take'];
    const text = 'still nothing';
    const { suggestions, related } = engine.rank({ text, earlier, today });
    expect([...suggestions, ...related][0]?.id).toBe('refund-time');
  });
});

describe('training in slices', () => {
  it('answers at once and ends where training in one go ends', () => {
    const sliced = createEngine({ train: 'later' });
    sliced.put(shop);
    const cue = { text: 'how long does a refund take', today };
    expect(sliced.rank(cue).suggestions[0]?.id).toBe('refund-time');
    let slices = 0;
    while (!sliced.train(1_000)) slices++;
    expect(slices).toBeGreaterThan(1);
    expect(sliced.rank(cue)).toEqual(engine.rank(cue));
  });
});
