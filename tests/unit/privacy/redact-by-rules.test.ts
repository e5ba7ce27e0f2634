import { describe, expect, it } from 'vitest';
import { redactByRules } from '../../../lib/privacy/redact-by-rules';
import { cpuTime } from '../../support/cpu-time';

const order = { name: 'order', pattern: 'HB-######' };
const policy = { name: 'policy', pattern: '@@#+' };

describe('a team’s redaction rules', () => {
  it.each([
    ['where is HB-123456?', 'where is ‹order›?'],
    ['hb-123456和HB-654321', '‹order›和‹order›'],
    // As a Chinese keyboard writes it.
    ['订单ＨＢ－１２３４５６呢', '订单‹order›呢'],
    ['my policy AB12', 'my policy ‹policy›'],
    ['write to a@b.example about HB-123456', 'write to ‹mail› about ‹order›'],
  ])('put out of sight what they name: %s', (text, expected) => {
    expect(redactByRules(text, [order, policy])).toBe(expected);
  });

  it.each(['HB-12345', 'HB-1234567', 'XHB-123456', 'ABC12', 'A12', 'AB12x', 'in 2026'])(
    'leave what is only alike: %s',
    (text) => {
      expect(redactByRules(text, [order, policy])).toBe(text);
    },
  );

  it('change nothing of it the second time', () => {
    const once = redactByRules('HB-123456, AB12, a@b.example', [order, policy]);
    expect(redactByRules(once, [order, policy])).toBe(once);
  });

  it.each(['1'.repeat(80_000), 'a'.repeat(80_000), '1-'.repeat(40_000), '订'.repeat(80_000)])(
    'take no longer than the text is long',
    (text) => {
      const rules = ['#+-#+-#+', '@+#+@+#+', '订#+', '@@@+-'].map((pattern) => ({
        name: 'x',
        pattern,
      }));
      const begun = cpuTime();
      redactByRules(text, rules);
      expect(cpuTime() - begun).toBeLessThan(3_000);
    },
  );
});
