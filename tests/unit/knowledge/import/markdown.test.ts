import { describe, expect, it } from 'vitest';
import { entriesOf, plan, refusal } from '../support/plan-file';

describe('a Markdown file', () => {
  it('has an entry for each heading: a list of phrasings, then the answer', async () => {
    const text = [
      '# Harbour Broadband',
      'Anything here is for readers only.',
      '',
      '## How do I pay?',
      '- how can I pay',
      '* where do I pay',
      '',
      'By card:',
      '',
      '- Visa',
      '- Mastercard',
      '',
      '### Later',
      'Or by transfer.',
      '',
      '## 退款',
      '七天内可退。',
      '',
    ].join('\r\n');
    const read = await plan('faq.md', text);
    expect(entriesOf(read)).toEqual([
      {
        id: 'how-do-i-pay',
        title: 'How do I pay?',
        phrasings: ['how can I pay', 'where do I pay'],
        answer: 'By card:\n\n- Visa\n- Mastercard\n\n### Later\nOr by transfer.',
      },
      { id: '退款', title: '退款', phrasings: [], answer: '七天内可退。' },
    ]);
    expect(read.base).toMatchObject({ id: 'harbour-broadband', name: 'Harbour Broadband' });
  });

  it('is known by its headings when it was pasted', async () => {
    expect((await plan('pasted.txt', '## A\n\nb\n')).source.format).toBe('markdown');
  });

  it('names the heading that has no answer, and the comment that cannot be read', async () => {
    const read = await plan('x.md', '## A\n- only asked\n\n## B\n<!-- cuecard {"id":5} -->\nb\n');
    expect(read.bad.map(({ row, kind }) => [row, kind])).toEqual([
      [1, 'no-answer'],
      [5, 'bad-value'],
    ]);
  });

  it('without headings is refused', async () => {
    expect(await refusal('x.md', 'just text\n')).toMatchObject({ kind: 'no-entries' });
  });
});
