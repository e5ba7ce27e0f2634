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
