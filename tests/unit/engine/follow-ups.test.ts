import { describe, expect, it } from 'vitest';
import { createEngine, type EngineEntry } from '../../../lib/engine/engine';

const today = '2026-11-22';
const entry = (id: string, phrasings: string[]): EngineEntry => ({
  base: 'telecom',
  id,
  title: id.replaceAll('-', ' '),
  phrasings,
  answer: `Answer of ${id}`,
  smallTalk: false,
  language: 'en',
});

const english = [
  entry('esim-phone', [
    'how do I activate my eSIM',
    'set up an esim on my phone',
    'where is the QR code for the eSIM',
    'my phone does not show the eSIM',
  ]),
  entry('esim-tablet', [
    'can I use an eSIM on my tablet',
    'activate the esim in my tablet',
    'eSIM for the tablet does not work',
    'tablet has no SIM slot',
  ]),
  entry('tablet-offers', [
    'which tablets do you sell',
    'is there a tablet on offer',
    'buy a tablet in instalments',
    'do you have cheap tablets',
  ]),
  entry('pay-bill', [
    'how do I pay my bill',
    'where can I pay the invoice',
    'pay by card',
    'I want to settle my bill',
  ]),
  entry('pay-in-app', [
    'can I pay my bill in the app',
    'pay with the app',
    'app payment is not working',
    'where in the app can I pay',
  ]),
  entry('app-login', [
    'I cannot log in to the app',
    'the app asks for a password',
    'app login fails',
    'forgot my app password',
  ]),
  entry('installation', [
    'can an engineer install the router',
    'do you set up the router at my home',
    'I need somebody to connect the router',
    'book a technician',
  ]),
  entry('installation-price', [
    'how much is the installation',
    'what does it cost to have the router installed by an engineer',
    'price of a technician visit',
    'is installation free',
  ]),
  entry('roaming-price', [
    'how much is roaming',
    'what does data cost abroad',
    'price per minute in the US',
    'roaming charges',
  ]),
  entry('opening-hours', [
    'when are you open',
    'opening hours of the shop',
    'are you open on sunday',
    'until what time is the shop open',
  ]),
];

const chinese = [
  entry('手机开通', ['eSIM怎么开通', '手机eSIM怎么激活', '怎么在手机上开eSIM', '手机找不到eSIM']),
  entry('平板开通', [
    '平板可以开通eSIM吗',
    '平板怎么激活eSIM',
    '平板没有卡槽怎么办',
    '平板上的eSIM用不了',
  ]),
  entry('平板优惠', ['平板有优惠吗', '平板多少钱一台', '平板能分期买吗', '有便宜的平板吗']),
  entry('缴费', ['怎么交话费', '在哪里缴费', '话费怎么付', '可以刷卡交费吗']),
  entry('手机应用缴费', ['可以在APP上交话费吗', 'APP怎么缴费', 'APP付款失败', 'APP里在哪交费']),
  entry('应用登录', ['APP登录不了', 'APP密码忘了', 'APP一直让我登录', 'APP打不开']),
  entry('安装', ['可以上门装路由器吗', '请师傅来安装宽带', '路由器不会装', '预约师傅上门']),
  entry('安装费', ['上门安装多少钱', '师傅上门装路由器要收费吗', '安装费怎么算', '装路由器免费吗']),
  entry('漫游费', ['国外漫游多少钱', '漫游流量怎么收费', '在美国打电话多少钱', '漫游费贵吗']),
  entry('营业时间', ['几点开门', '营业时间是几点', '周日营业吗', '几点关门']),
];

const engine = createEngine();
engine.put([...english, ...chinese]);
const bestFor = (text: string, ...earlier: string[]) =>
  engine.rank({ text, earlier, today }).suggestions[0]?.id;

describe('a message that leans on the one before it', () => {
  it.each([
    [
      'and for the tablet?',
      'how do I activate my eSIM',
      'esim-tablet',
      'the same for another thing',
    ],
    [
      'what about the tablet',
      'my phone does not show the eSIM',
      'esim-tablet',
      'the same for another thing',
    ],
    ['what about the app?', 'how do I pay my bill', 'pay-in-app', 'the same by another way'],
    ['ok, and in the app?', 'where can I pay the invoice', 'pay-in-app', 'the same by another way'],
    [
      'how much is that?',
      'can an engineer install the router',
      'installation-price',
      '"that" is the installation',
    ],
    [
      'and what does it cost',
      'do you set up the router at my home',
      'installation-price',
      '"it" is the installation',
    ],
    ['那平板呢？', 'eSIM怎么开通', '平板开通', 'the same for another thing'],
    ['平板呢', '手机eSIM怎么激活', '平板开通', 'the same for another thing'],
    ['APP呢？', '怎么交话费', '手机应用缴费', 'the same by another way'],
    ['那在APP上呢', '在哪里缴费', '手机应用缴费', 'the same by another way'],
    ['多少钱？', '可以上门装路由器吗', '安装费', 'the price of what was asked for'],
    ['这个要收费吗', '请师傅来安装宽带', '安装费', '这个 is the installation'],
  ])('"%s" after "%s" finds %s: %s', (text, before, id) => {
    expect(bestFor(text, before)).toBe(id);
  });

  it('finds another answer after another question: the earlier message makes the difference', () => {
    expect(bestFor('how much is that?', 'data roaming abroad')).toBe('roaming-price');
    expect(bestFor('that costs how much', 'a technician visit')).toBe('installation-price');
    expect(bestFor('那平板呢？', '手机有优惠吗')).toBe('平板优惠');
  });

  it('leans on the question two turns back when the last one leaned on it itself', () => {
    const earlier = ['can an engineer install the router', 'and at my home?'];
    expect(bestFor('how much is that?', ...earlier)).toBe('installation-price');
  });

  it('passes over thanks in between', () => {
    const earlier = ['how do I activate my eSIM', 'ok thank you'];
    expect(bestFor('and for the tablet?', ...earlier)).toBe('esim-tablet');
  });

  it('is none when a message has a topic of its own, also one that nothing answers', () => {
    const engine = createEngine();
    engine.put(english);
    const text = 'my cat is ill which vet is open';
    const earlier = ['how do I pay my bill', 'can an engineer install the router'];
    expect(engine.rank({ text, earlier, today })).toEqual(engine.rank({ text, today }));
  });

  it('never gets a direct card by it: the customer did not ask just that', () => {
    const cue = { text: 'and for the tablet?', earlier: ['how do I activate my eSIM'], today };
    expect(engine.rank(cue).kind).not.toBe('direct');
  });
});

describe('a message that speaks for itself', () => {
  it.each([
    ['which tablets do you sell', 'how do I activate my eSIM', 'tablet-offers'],
    ['when are you open', 'how do I activate my eSIM', 'opening-hours'],
    ['how much is roaming', 'can an engineer install the router', 'roaming-price'],
    ['I cannot log in to the app', 'how do I pay my bill', 'app-login'],
    ['平板有优惠吗', 'eSIM怎么开通', '平板优惠'],
    ['国外漫游多少钱', '可以上门装路由器吗', '漫游费'],
    ['几点关门', '怎么交话费', '营业时间'],
  ])('"%s" after "%s" finds %s, as it does alone', (text, before, id) => {
    expect(bestFor(text)).toBe(id);
    expect(bestFor(text, before)).toBe(id);
  });

  it('is ranked exactly as without what was said before', () => {
    const text = 'how do I pay my bill at the shop';
    const earlier = ['how do I activate my eSIM', 'which tablets do you sell'];
    expect(engine.rank({ text, earlier, today })).toEqual(engine.rank({ text, today }));
  });
});
