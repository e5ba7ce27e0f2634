import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../lib/knowledge/import/decode-text';
import { entriesOf, plan, utf8 } from '../support/plan-file';
import { utf16 } from '../support/utf16';

const chinese = '标题,答案\n怎么退款,七天内可以申请退款。\n';
/** "标题,答案\n怎么退款,七天内。\n" */
const gbBytes = Uint8Array.of(
  ...[0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a],
  ...[0xd4, 0xf5, 0xc3, 0xb4, 0xcd, 0xcb, 0xbf, 0xee, 0x2c],
  ...[0xc6, 0xdf, 0xcc, 0xec, 0xc4, 0xda, 0xa1, 0xa3, 0x0a],
);

describe('the encoding of a text file', () => {
  it.each([
    ['utf-8', 'UTF-8', utf8(chinese)],
    ['utf-8', 'UTF-8 with its mark', utf8(`\uFEFF${chinese}`)],
    [
      'utf-16le',
      'UTF-16 with its mark, as Excel writes "Unicode text"',
      utf16(chinese, 'le', true),
    ],
    ['utf-16be', 'UTF-16 with the other mark', utf16(chinese, 'be', true)],
    ['utf-16le', 'UTF-16 without a mark', utf16(chinese, 'le', false)],
    ['utf-16be', 'big-endian UTF-16 without a mark', utf16(chinese, 'be', false)],
  ] as const)('is recognised: %s (%s)', (encoding, _, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: chinese, encoding, damaged: false });
  });

  it('is recognised: GB18030, as Chinese Excel writes CSV', async () => {
    const read = await plan('gb.csv', gbBytes);
    expect(read.source.encoding).toBe('gb18030');
    expect(entriesOf(read)).toMatchObject([{ title: '怎么退款', answer: '七天内。' }]);
  });

  it('is recognised: the old Western one, by its lone accents', () => {
    const bytes = Uint8Array.from('title,answer\ncaf\xe9,na\xefve d\xe9j\xe0 vu\n', (char) =>
      char.charCodeAt(0),
    );
    expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252', damaged: false });
    expect(decodeText(bytes).text).toContain('café,naïve déjà vu');
  });

  it('stays what it is when a few bytes are broken, and the rows with them are named', async () => {
    const bytes = utf8('标题,答案\n退款,七天内。\n退货,三十天内。\n');
    const broken = bytes.slice();
    broken[broken.length - 3] = 0xff;
    const read = await plan('x.csv', broken);
    expect(read.source.encoding).toBe('utf-8');
    expect(read.bad).toMatchObject([{ row: 3, kind: 'unreadable-characters', column: '答案' }]);
    expect(entriesOf(read).map(({ title }) => title)).toEqual(['退款']);
  });

  it('keeps a replacement character that was written on purpose', async () => {
    const read = await plan('x.csv', 'title,answer\nA,what is \uFFFD?\n');
    expect(entriesOf(read)[0]?.answer).toBe('what is \uFFFD?');
  });
});
