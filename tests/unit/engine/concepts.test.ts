import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';
import { analyse } from '../../../lib/engine/text/analyse';
import { wordFeatures } from '../../../lib/engine/text/features';

const entry = (
  id: string,
  phrasings: string[],
  language: EngineEntry['language'] = 'en',
): EngineEntry => ({
  base: language,
  id,
  title: id,
  phrasings,
  answer: '',
  smallTalk: false,
  language,
});
const conceptsOf = (text: string) =>
  wordFeatures(analyse(text)).flatMap(({ key, kind }) => (kind === 'concept' ? [key] : []));

describe('words of one sense', () => {
  it.each([
    ['cash machine', 'ATM'],
    ['my money back please', 'reimburse'],
    ['快递', '包裹'],
    ['付款', '支付'],
    ['我的 refund', '退钱'],
  ])('%j shares a concept with %j', (one, other) => {
    const known = new Set(conceptsOf(one));
    expect(conceptsOf(other).some((concept) => known.has(concept))).toBe(true);
  });

  it('find an entry that has none of the words of the message', () => {
    const engine = createEngine();
    engine.put([
      entry('atm', ['the ATM swallowed it', 'ATM nearby']),
      entry('gift', ['gift wrapping', 'wrap it nicely']),
      entry('size', ['which size fits', 'too tight']),
    ]);
    const { suggestions, related } = engine.rank({ text: 'cash machine', today: '2026-11-22' });
    expect([...suggestions, ...related][0]?.id).toBe('atm');
  });
});

describe('a message of one clear language', () => {
  const engine = createEngine();
  engine.put([
    entry('tracking', ['parcel stuck in the sorting center', 'tracking does not move']),
    entry('gift', ['gift wrapping', 'wrap it nicely']),
    entry('物流', ['包裹卡在分拣中心了', '物流不动了'], 'zh'),
    entry('礼物', ['可以包装成礼物吗', '礼盒包装'], 'zh'),
  ]);
  it('gets the answer in its own language first, whatever words of the other stand in it', () => {
    const text = '我的 parcel 卡在 sorting center 好几天了';
    const { suggestions, related } = engine.rank({ text, today: '2026-11-22' });
    expect([...suggestions, ...related][0]?.id).toBe('物流');
  });
});

describe('a conversation that changes its language', () => {
  const engine = createEngine();
  engine.put([
    entry('invoice', ['send me the tax invoice', 'invoice for my company', 'is there an invoice']),
    entry('refund', ['when is my refund', 'refund not there', 'I want a refund']),
    entry('发票', ['发票怎么开', '要 invoice 发票', '公司发票'], 'zh'),
    entry('退款', ['退款什么时候到', '申请退款 refund', '没收到退款'], 'zh'),
  ]);
  const bestFor = (text: string, ...earlier: string[]) => {
    const { suggestions, related } = engine.rank({ text, earlier, today: '2026-11-22' });
    return [...suggestions, ...related][0]?.id;
  };

  it.each([
    ['invoice please', '发票怎么开', 'invoice'],
    ['and the invoice?', '发票怎么开', 'invoice'],
    ['那 refund 呢', 'when is my refund', '退款'],
  ])('is answered in that of "%s" after "%s"', (text, before, id) => {
    expect(bestFor(text, before)).toBe(id);
  });

  it('goes on in its own where one word may be a name: "invoice?" after 发票怎么开', () => {
    expect(bestFor('invoice?', '发票怎么开')).toBe('发票');
    expect(bestFor('invoice?', '发票怎么开', 'ok')).toBe('发票');
    expect(bestFor('invoice?')).toBe('invoice');
    expect(bestFor('invoice?', 'when is my refund')).toBe('invoice');
  });
});

describe('a message of one word', () => {
  it('gets no direct card, since too little was said', () => {
    const engine = createEngine();
    engine.put([
      entry('催单', ['快点发货', '能不能快点', '麻烦快点'], 'zh'),
      entry('地址', ['怎么改地址', '地址写错了', '换个地址'], 'zh'),
      entry('发票', ['怎么开发票', '发票在哪', '要发票'], 'zh'),
    ]);
    const [best] = engine.rank({ text: '快点', today: '2026-11-22' }).suggestions;
    expect(best).toMatchObject({ id: '催单', kind: 'understood' });
  });
});
