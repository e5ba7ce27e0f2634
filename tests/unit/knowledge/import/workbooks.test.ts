import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../support/make-zip';
import { entriesOf, plan } from '../support/plan-file';

const text = (reference: string, content: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`;

describe('a workbook', () => {
  it('is read with shared, rich and phonetic strings, gaps, formulas and days as other programs write them', async () => {
    const sheet = [
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>${text('D1', '失效日期')}${text('E1', 'ID')}</row>`,
      `<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="str"><f>A1&amp;B1</f><v>computed</v></c><c r="D4"><v>46387</v></c><c r="E4"><v>7</v></c></row>`,
      `<row r="5" spans="1:3"><c r="A5" s="3"/></row>`,
    ];
    const strings =
      '<?xml version="1.0"?><x:sst xmlns:x="urn:x"><x:si><x:t>问题</x:t></x:si><x:si><x:t>答案</x:t></x:si><x:si><x:r><x:t xml:space="preserve">東京 </x:t></x:r><x:r><x:t>&#x3C;A_x0041_&gt;</x:t></x:r><x:rPh><x:t>トウキョウ</x:t></x:rPh></x:si></x:sst>';
    const read = await plan(
      'x.xlsx',
      makeWorkbook(sheet.join(''), { 'xl/sharedStrings.xml': strings }),
    );
    expect(read.source.format).toBe('xlsx');
    expect(read.planned).toMatchObject([
      {
        row: 4,
        entry: { id: '7', title: '東京 <AA>', answer: 'computed', validUntil: '2026-12-31' },
      },
    ]);
  });

  it('is known by its content, whatever it is called', async () => {
    const file = makeWorkbook(
      `<row>${text('A1', 'title')}${text('B1', 'answer')}</row><row>${text('A2', 'a')}${text('B2', 'b')}</row>`,
    );
    expect(entriesOf(await plan('answers.csv', file))).toHaveLength(1);
  });

  it('names its bad rows as the spreadsheet numbers them', async () => {
    const file = makeWorkbook(
      `<row r="2">${text('A2', 'title')}${text('B2', 'answer')}</row><row r="9">${text('A9', 'a')}</row><row r="12">${text('B12', 'b')}</row>`,
    );
    const read = await plan('x.xlsx', file);
    expect(read.bad.map(({ row, kind }) => [row, kind])).toEqual([
      [9, 'no-answer'],
      [12, 'no-title'],
    ]);
  });
});
