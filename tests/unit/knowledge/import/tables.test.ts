import { describe, expect, it } from 'vitest';
import { tableHeader } from '../../../../lib/knowledge/table-header';
import { makeBase, makeEntry } from '../../../support/make-entry';
import { entriesOf, plan, refusal, utf8 } from '../support/plan-file';

describe('a table of questions and answers', () => {
  it('is understood by the words in its header', async () => {
    const read = await plan(
      'faq.csv',
      'Category,Question,Answer\nBilling,How do I pay?,By card.\n',
    );
    expect(read.fields).toEqual(['tags', 'title', 'answer']);
    expect(entriesOf(read)).toEqual([
      {
        id: 'how-do-i-pay',
        title: 'How do I pay?',
        phrasings: [],
        answer: 'By card.',
        tags: ['Billing'],
      },
    ]);
    expect(read.base).toMatchObject({ id: 'faq', name: 'faq', language: 'en' });
  });

  it('is understood by Chinese words in its header', async () => {
    const read = await plan(
      '知识库.csv',
      '标题,相似问,答案,生效日期,失效日期,标签\n退货,怎么退货；能退吗|退换货,七天内可退。,2026年1月2日,2026/12/31,售后、退货\n',
    );
    expect(read.fields).toEqual(['title', 'phrasing', 'answer', 'validFrom', 'validUntil', 'tags']);
    expect(read.planned[0]?.entry).toMatchObject({
      id: '退货',
      phrasings: [{ text: '怎么退货' }, { text: '能退吗' }, { text: '退换货' }],
      validFrom: '2026-01-02',
      validUntil: '2026-12-31',
      tags: ['售后', '退货'],
    });
    expect(read.base).toMatchObject({ id: '知识库', language: 'zh' });
  });

  it('may name files that go with the answer, one a line, with or without a name', async () => {
    const read = await plan(
      'faq.csv',
      'Question,Answer,附件\n' +
        'Prices?,See the list.,"Price list 2027 https://shop.example/p.pdf\nhttps://shop.example/b.pdf"\n' +
        'Map?,See the map.,Map ftp://shop.example/map.png\n',
    );
    expect(read.fields).toEqual(['title', 'answer', 'attachments']);
    expect(read.planned.map(({ entry }) => entry.attachments)).toEqual([
      [
        { name: 'Price list 2027', url: 'https://shop.example/p.pdf' },
        { name: 'https://shop.example/b.pdf', url: 'https://shop.example/b.pdf' },
      ],
    ]);
    expect(read.bad).toMatchObject([
      { row: 4, column: 'attachments.0.url', reason: 'It must begin with https:// or http://.' },
    ]);
  });

  it('exported before there were attachments keeps those that an answer has', async () => {
    const base = { id: 'base', name: 'Base', language: 'en' as const };
    const attachments = [{ name: 'Map', url: 'https://shop.example/map' }];
    const held = makeEntry({ id: 'a', attachments });
    const old = `${tableHeader.filter((name) => name !== 'attachments').join(',')}\na,A,,"One.\r\nTwo.",,,,,,,no,\n`;
    const read = await plan(
      'base.csv',
      old,
      { base },
      { base: makeBase({ id: 'base' }), entries: [held] },
    );
    expect(read.planned[0]?.entry).toMatchObject({ answer: 'One.\r\nTwo.', attachments });
  });

  it('may have question and answer in one column per language', async () => {
    const text =
      'question_en,question_zh,answer_en,answer_zh\nRefund?,能退款吗,Within 7 days.,七天内可退。\n';
    const read = await plan('both.csv', text, { base: { id: 'b', name: 'B', language: 'zh' } });
    expect(read.fields).toEqual(['title', 'phrasing', 'answer.en', 'answer.zh']);
    expect(entriesOf(read)).toEqual([
      {
        id: 'refund',
        title: 'Refund?',
        phrasings: ['能退款吗'],
        answer: '七天内可退。',
        variants: { en: 'Within 7 days.' },
      },
    ]);
  });

  it.each([
    ['英文问题,中文问题,英文答案,中文答案', ['title', 'phrasing', 'answer.en', 'answer.zh']],
    [
      'Question (English),Question (Chinese),Answer (English),Answer (Chinese)',
      ['title', 'phrasing', 'answer.en', 'answer.zh'],
    ],
    [
      'Question EN,Question ZH,Answer EN,Answer zh-CN',
      ['title', 'phrasing', 'answer.en', 'answer.zh'],
    ],
    [
      '问题（中文）,问题（英文）,答案（中文）,答案（英文）',
      ['title', 'phrasing', 'answer.zh', 'answer.en'],
    ],
    ['ID,Title,Question,Reply', ['id', 'title', 'phrasing', 'answer']],
    ['标准问,相似问1,相似问2,标准答案', ['title', 'phrasing', 'phrasing', 'answer']],
    [
      'Question,Answer,Must edit,Valid until,Keywords',
      ['title', 'answer', 'mustEdit', 'validUntil', 'tags'],
    ],
  ])('knows the columns %s', async (header, fields) => {
    const width = header.split(',').length;
    const read = await plan(
      'x.csv',
      `${header}\n${Array(width)
        .fill('')
        .map((_, at) => `cell ${at}`)
        .join(',')}\n`,
    );
    expect(read.fields).toEqual(fields);
  });

  it('is understood by what it holds where no header says it', async () => {
    const text = [
      '1,How do I pay my bill?,You can pay by card or by transfer within fourteen days.',
      '2,Where is my parcel?,Look into your mail: the link in it shows where the parcel is.',
    ].join('\n');
    const read = await plan('x.csv', text);
    expect(read.fields).toEqual(['ignore', 'title', 'answer']);
    expect(entriesOf(read)).toHaveLength(2);
  });

  it('takes the columns that a person chose instead', async () => {
    const text = 'A,B\nBy card or transfer.,How do I pay?\n';
    const read = await plan('x.csv', text, {
      mapping: [
        { column: 0, field: 'answer' },
        { column: 1, field: 'title' },
      ],
    });
    expect(entriesOf(read)[0]).toMatchObject({
      title: 'How do I pay?',
      answer: 'By card or transfer.',
    });
  });

  it('joins rows of the same title, and names those that say something else or nothing new', async () => {
    const text = [
      'Title,Phrasing,Answer',
      'Pay,how to pay,By card.',
      'pay ,can I pay by card,By card.',
      'Pay,how to pay,By card.',
      'Pay,where,In the shop.',
      ',pay by phone,',
    ].join('\n');
    const read = await plan('x.csv', text);
    expect(entriesOf(read)).toEqual([
      {
        id: 'pay',
        title: 'Pay',
        phrasings: ['how to pay', 'can I pay by card', 'pay by phone'],
        answer: 'By card.',
      },
    ]);
    expect(read.duplicates).toEqual([{ row: 4, of: 2 }]);
    expect(read.bad).toEqual([
      {
        kind: 'conflict',
        row: 5,
        column: 'answer',
        reason: 'Says something else than row 2 of the same title.',
      },
    ]);
  });

  it('names bad rows by their line, also after cells of several lines', async () => {
    const text =
      'title,answer,valid until\r\nA,"one\r\ntwo",\r\n,no title,\r\nB,,\r\nC,c,soon\r\nD,d,2026-02-30\r\n';
    const read = await plan('x.csv', text);
    expect(read.bad.map(({ row, kind, column }) => [row, kind, column])).toEqual([
      [4, 'no-title', 'title'],
      [5, 'no-answer', 'answer'],
      [6, 'bad-day', 'valid until'],
      [7, 'bad-day', 'valid until'],
    ]);
    expect(entriesOf(read)).toEqual([{ id: 'a', title: 'A', phrasings: [], answer: 'one\ntwo' }]);
  });

  it('goes on below a quotation mark that is never closed', async () => {
    const read = await plan('x.csv', 'title,answer\nA,a\nB,"b\nC,c\n');
    expect(read.bad).toMatchObject([{ row: 3, kind: 'unclosed-quote' }]);
    expect(entriesOf(read).map(({ title }) => title)).toEqual(['A', 'C']);
  });

  it.each([[';'], ['\t'], ['|']])('may be parted by %j', async (delimiter) => {
    const text = [
      ['Question', 'Answer'],
      ['How, exactly?', 'So, and so.'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n');
    expect(entriesOf(await plan('x.txt', text))[0]).toMatchObject({
      title: 'How, exactly?',
      answer: 'So, and so.',
    });
  });

  it('keeps what an entry has in columns that the file lacks', async () => {
    const before = await plan(
      'b.csv',
      'id,title,phrasing,answer,tags\npay,Pay,how,By card.,money\n',
    );
    const held = { base: before.base, entries: before.planned.map(({ entry }) => entry) };
    const read = await plan('b.csv', 'title,answer\nPay,In cash.\n', {}, held);
    expect(read.planned).toMatchObject([
      {
        change: 'changed',
        entry: { id: 'pay', answer: 'In cash.', tags: ['money'], phrasings: [{ text: 'how' }] },
      },
    ]);
  });

  it('is refused when it has one column, or nothing', async () => {
    expect(await refusal('x.csv', 'hello\nworld\n')).toMatchObject({ kind: 'no-answer-column' });
    expect(await refusal('x.csv', '\n\n')).toMatchObject({ kind: 'empty' });
    expect(await refusal('x.csv', utf8(''))).toMatchObject({ kind: 'empty' });
    expect(await refusal('x.csv', 'Question,Answer\n')).toMatchObject({ kind: 'no-entries' });
  });
});
