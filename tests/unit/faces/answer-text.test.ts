import { describe, expect, it } from 'vitest';
import { answerRuns } from '../../../lib/faces/answer-runs';
import { plainAnswer } from '../../../lib/faces/answer-text';
import { formattedAnswer } from '../../../lib/faces/formatted-answer';
import { markedPieces } from '../../../lib/faces/marked-pieces';

describe('plainAnswer', () => {
  it.each([
    ['bold marks are dropped', 'a **red** light', 'a red light'],
    ['bold that does not close stays', 'a ** b', 'a ** b'],
    ['lists keep their dashes', 'Either:\n- one\n- two', 'Either:\n- one\n- two'],
    ['a link shows its address', '[status](https://s.example/)', 'status (https://s.example/)'],
    [
      'a link that is its address, once',
      '[https://s.example](https://s.example)',
      'https://s.example',
    ],
    ['a mail link shows the mail', '[write us](mailto:a@b.example)', 'write us (a@b.example)'],
    ['a mail link that is the mail, once', '[a@b.example](mailto:a@b.example)', 'a@b.example'],
    ['brackets in an address', '[w](https://e.example/a_(b))', 'w (https://e.example/a_(b))'],
    ['bold in a link', '[**s**](https://s.example)!', 's (https://s.example)!'],
    ['other schemes stay text', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['data addresses stay text', '[x](data:text/html,y)', '[x](data:text/html,y)'],
    ['HTML is text', '<b>x</b> & "y"', '<b>x</b> & "y"'],
    ['blank lines stay', 'a\n\nb\n', 'a\n\nb\n'],
  ])('%s', (_, template, text) => {
    expect(plainAnswer(template, {})).toEqual({ text, missing: [] });
  });

  it('fills slots and lists the ones without a value, each once', () => {
    const template = '{{customer.name}}: {{ask:order}} / {{ask:order}} / {{ agent.name }}';
    expect(plainAnswer(template, { 'customer.name': ' Ann\nLee ', 'agent.name': '  ' })).toEqual({
      text: 'Ann Lee: {{ask:order}} / {{ask:order}} / {{agent.name}}',
      missing: ['ask:order', 'agent.name'],
    });
  });

  it('never reads markup or slots out of a value', () => {
    const name = '**x** [y](https://evil.example) {{agent.name}}';
    const { text, missing } = plainAnswer('{{customer.name}}', { 'customer.name': name });
    expect(text).toBe(name);
    expect(missing).toEqual([]);
  });
});

describe('answerRuns', () => {
  it('gives each run its place in the template', () => {
    const template = 'a **b**\n- [c](https://c.example) {{ask:d}}';
    const runs = answerRuns(template).flatMap((line) => line.runs);
    for (const run of runs) {
      const shown = run.kind === 'text' ? run.text : `{{${run.name}}}`;
      expect(template.slice(run.start, run.start + shown.length)).toBe(shown);
    }
    expect(runs.map((run) => run.bold)).toEqual([false, true, false, false, false]);
  });
});

describe('markedPieces', () => {
  it('cuts at ranges that overlap, stick out, or belong elsewhere', () => {
    const pieces = markedPieces('red light', 10, [
      [14, 30],
      [8, 13],
      [12, 13],
      [0, 4],
    ]);
    expect(pieces).toEqual([
      { text: 'red', marked: true },
      { text: ' ', marked: false },
      { text: 'light', marked: true },
    ]);
  });
});

describe('formattedAnswer', () => {
  it('tells lists, bold and links, of a template alone', () => {
    const template = '- **a** [call](tel:+4412)\n{{customer.name}}';
    const name = '**x** [y](https://evil.example)';
    expect(formattedAnswer(template, { 'customer.name': name })).toEqual({
      formatted: [
        {
          listed: true,
          runs: [{ text: 'a', bold: true }, { text: ' ' }, { text: 'call', href: 'tel:+4412' }],
        },
        { listed: false, runs: [{ text: name }] },
      ],
    });
  });

  it('is nothing for an answer without any', () => {
    expect(formattedAnswer('Hello {{customer.name}},\n\n* not a list', {})).toEqual({});
  });
});
