import { describe, expect, it } from 'vitest';
import { markWords } from '../../../lib/engine/engine';

const marked = (text: string, message: string) =>
  markWords(text, message).map(([start, end]) => text.slice(start, end));

describe('marking the words of a message in an answer', () => {
  it('marks words with the same stem', () => {
    expect(marked('Refunds take five days.', 'when is my refund coming')).toEqual(['Refunds']);
  });
  it('leaves stop words alone', () => {
    expect(marked('When it is there, you have it.', 'when is it there')).toEqual([]);
  });
  it('marks Han runs as a whole', () => {
    expect(marked('您的优惠券可在结算页使用', '优惠券怎么用')).toEqual(['优惠券']);
  });
  it('never marks inside a slot', () => {
    expect(marked('{{ask:order number}} is your order', 'order number')).toEqual(['order']);
  });
  it('keeps its place behind characters of two code units', () => {
    expect(marked('😀 𠮷 refund 😀', 'refund')).toEqual(['refund']);
  });
  it('marks full-width letters too', () => {
    expect(marked('ＷＩＦＩ password', 'wifi')).toEqual(['ＷＩＦＩ']);
  });
});
