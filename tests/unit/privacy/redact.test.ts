import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../lib/privacy/redact';

describe('redacting', () => {
  it.each([
    ['write to maria.lopez+shop@mail.example.co.uk, please', 'write to ‹mail›, please'],
    ['我的邮箱是zhang_san@qq.com谢谢', '我的邮箱是‹mail›谢谢'],
    ['邮箱 ｚｈａｎｇ＠ｑｑ．ｃｏｍ。', '邮箱 ‹mail›。'],
    ['My number is (415) 555-2671.', 'My number is ‹phone›.'],
    ['Call +44 20 7946 0958 or 415-555-2671!', 'Call ‹phone› or ‹phone›!'],
    ['电话13812345678，急', '电话‹phone›，急'],
    ['１３８　１２３４　５６７８', '‹phone›'],
    ['+86 138-1234-5678', '‹phone›'],
    ['座机 010-12345678', '座机 ‹phone›'],
    ['phone # 415 555 2671, card # 4111111111111111', 'phone # ‹phone›, card # ‹card›'],
    ['传真＃１３８—１２３４—５６７８', '传真＃‹phone›'],
    ['电话：＋８６　１３８　１２３４　５６７８。', '电话：‹phone›。'],
    ['Ring +44 (0)20 7946 0958', 'Ring ‹phone›'],
    ['reach me at 4155552671', 'reach me at ‹phone›'],
    ['card 4111 1111 1111 1111 exp 12/28', 'card ‹card› exp 12/28'],
    ['3782-822463-10005', '‹card›'],
    ['卡号6222020000000000008吧', '卡号6222020000000000008吧'],
    ['身份证11010519491231002X，谢谢', '身份证‹id›，谢谢'],
    ['身份证 110105 19491231 002ｘ', '身份证 ‹id›'],
    ['1\u200b3812345678', '‹phone›'],
  ])('%s → %s', (text, redacted) => expect(redact(text)).toBe(redacted));

  it.each([
    'order 4111111111111111 has not come',
    'Where is INV-13812345678?',
    'tracking number: 13812345678',
    '订单号 202611221234567890 还没到',
    '快递单号是13912345678',
    'I paid $1,299.00 on 2026-11-22 10:30',
    '手机 2026-11-22 买的，12999.00元',
    'version 10.15.7.2026 at 192.168.100.200',
    'https://shop.example/orders/13812345678',
    'fuse.js@7.5.1 and @maria',
    '110105194912310021',
    '1763805600000',
    '# 4155552671 is my parcel',
    '尺寸 120×80×45，第３－５天到',
  ])('leaves %s as it is', (text) => expect(redact(text)).toBe(text));

  const risky = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...'0123456789'),
      fc.constantFrom('@', '.', '-', ' ', '(', ')', '+', 'X', '＋', '１', '。', '\u200b'),
      fc.constantFrom('a@b.com', '13812345678', '4111 1111 1111 1111', '11010519491231002X'),
      fc.constantFrom('order ', 'phone ', '电话', '卡号', '订单号', '#', '$', 'id '),
    ),
    { maxLength: 40 },
  );

  it('finds nothing more the second time', () => {
    fc.assert(
      fc.property(risky, (pieces) => {
        const once = redact(pieces.join(''));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves every text without a digit and an @ as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/[\p{Nd}@＠﹫]/gu, '');
        fc.pre(!/\d|@/.test(plain.normalize('NFKC')));
        expect(redact(plain)).toBe(plain);
      }),
    );
  });
});
