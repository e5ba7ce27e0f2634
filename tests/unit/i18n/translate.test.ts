import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/i18n/en';
import { translate, translatePlural } from '../../../lib/i18n/translate';
import { resolveLanguage } from '../../../lib/i18n/ui-language';
import { zh } from '../../../lib/i18n/zh';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the interface texts', () => {
  it('have the same keys in every language', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(en).length).toBeGreaterThan(80);
  });

  it('have the same placeholders in every language', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(placeholders(zh[key]), key).toEqual(placeholders(en[key]));
    }
  });

  it('are never empty', () => {
    for (const [key, text] of [...Object.entries(en), ...Object.entries(zh)]) {
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('have both plural forms or none', () => {
    const keys = Object.keys(en);
    const stems = (ending: string) =>
      keys.filter((key) => key.endsWith(ending)).map((key) => key.slice(0, -ending.length));
    expect(stems('.one')).toEqual(stems('.other'));
  });
});

describe('translate', () => {
  it('fills placeholders, and leaves one without a value to be noticed', () => {
    expect(translate('en', 'slot.fill-in', { slot: 'order number' })).toBe('Fill in: order number');
    expect(translate('en', 'slot.fill-in')).toBe('Fill in: {slot}');
  });

  it('does not read placeholders out of a value', () => {
    expect(translate('en', 'card.source', { base: '{ago}', ago: 'today' })).toBe('{ago} · today');
  });

  it('chooses the plural form of the language', () => {
    expect(translatePlural('en', 'live.answers', 1, { title: 'Red light' })).toBe(
      '1 answer: Red light',
    );
    expect(translatePlural('en', 'live.answers', 3, { title: 'Red light' })).toBe(
      '3 answers, best: Red light',
    );
    expect(translatePlural('zh', 'live.answers', 1, { title: '退货' })).toBe(
      '1 条推荐，最合适：退货',
    );
  });
});

describe('resolveLanguage', () => {
  it.each([
    ['system', 'zh-CN', 'zh'],
    ['system', 'zh-Hant-HK', 'zh'],
    ['system', 'de-AT', 'en'],
    ['system', 'zha', 'en'],
    ['en', 'zh-CN', 'en'],
    ['zh', 'en-GB', 'zh'],
  ] as const)('setting %s in a browser in %s gives %s', (setting, browser, expected) => {
    expect(resolveLanguage(setting, browser)).toBe(expected);
  });
});
