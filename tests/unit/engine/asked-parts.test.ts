import { describe, expect, it } from 'vitest';
import { askedPartsOf } from '../../../lib/engine/text/asked-parts';

const parts = (text: string) =>
  askedPartsOf(text).map(({ form, start, end }) => [form, text.slice(start, end).trim()]);

describe('cutting a message where it may ask something else', () => {
  it.each([
    [
      'what packages are there and do you even reach KT9',
      [
        ['question', 'what packages are there'],
        ['question', 'and do you even reach KT9'],
      ],
    ],
    [
      'please swap my email and stop all the newsletters',
      [
        ['request', 'please swap my email'],
        ['request', 'and stop all the newsletters'],
      ],
    ],
    ['fish and chips for 1,000 people', [['statement', 'fish and chips for 1,000 people']]],
    [
      '这鞋我想退，寄的钱谁给',
      [
        ['request', '这鞋我想退，'],
        ['question', '寄的钱谁给'],
      ],
    ],
    [
      '哪里可以领优惠券 满减现在是满多少减多少',
      [
        ['question', '哪里可以领优惠券'],
        ['question', '满减现在是满多少减多少'],
      ],
    ],
    [
      '几点发货另外优惠券怎么用',
      [
        ['question', '几点发货'],
        ['question', '另外优惠券怎么用'],
      ],
    ],
    ['要不要我另外提供证件', [['question', '要不要我另外提供证件']]],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    ['what the same sentence tells before', "I'm moving, how do I cancel", 'question'],
    [
      'a question that says nothing of its own',
      'The router has no lights. Is it broken?',
      'question',
    ],
    ['the same in Chinese', '物流三天没动了。到底怎么回事？', 'question'],
    ['a greeting on a line of its own', 'hi\ncan i\n', 'question'],
  ])('keeps %s with it', (_, text, form) => {
    expect(parts(text)).toEqual([[form, text.trim()]]);
  });

  it.each([
    ['It’s Wednesday.', 'statement'],
    ['The router has no lights at all.', 'hint'],
    ['我有花呗。', 'statement'],
    ['怎么按都不亮', 'hint'],
    ['过去好几天了', 'hint'],
    ['我要的是中号', 'statement'],
    ['Mein Paket ist nicht da', 'unknown'],
    ['Wo ist mein Paket?', 'question'],
    ['荷物が届きません', 'unknown'],
  ])('%j is a %s', (text, form) => {
    expect(parts(text)).toEqual([[form, text]]);
  });

  it.each([
    ['marks', `x${'.'.repeat(300_000)}a`],
    ['commas', ', '.repeat(150_000)],
    ['a question word and spaces', `吗${' '.repeat(300_000)}x`],
    ['one long word', `hi. ${'a'.repeat(300_000)}`],
    ['apostrophes', `hi. ${"a'".repeat(150_000)}`],
    ['words that add', 'and also '.repeat(30_000)],
    ['questions', '怎么退？'.repeat(75_000)],
  ])('reads a very long run of %s once', (_, text) => {
    expect(askedPartsOf(text).length).toBeLessThanOrEqual(60);
  });
});
