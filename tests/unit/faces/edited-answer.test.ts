import { describe, expect, it } from 'vitest';
import { plainAnswer } from '../../../lib/faces/answer-text';
import { editedAnswer } from '../../../lib/faces/edited-answer';
import { formattedAnswer } from '../../../lib/faces/formatted-answer';

const template = [
  'Dear {{customer.name}}, we are open **Monday to Saturday**.',
  '- by car: see [the **map** of {{customer.name}}](https://shop.example/map)',
  '- by mail: [us@shop.example](mailto:us@shop.example)',
  '',
  'See un**believ**able offers.',
].join('\n');
const values = { 'customer.name': 'Ann **Lee**' };
const plain = plainAnswer(template, values).text;
const edit = (from: string, to: string) => {
  expect(plain).toContain(from);
  return editedAnswer(template, values, plain.replace(from, to)).formatted;
};

describe('an answer that was edited as plain text', () => {
  it('looks as it did where nothing was changed', () => {
    const merged = formattedAnswer(template, values).formatted?.map(({ listed, runs }) => {
      const joined: { text: string; bold?: boolean | undefined; href?: string | undefined }[] = [];
      for (const run of runs) {
        const last = joined.at(-1);
        if (last?.bold === run.bold && last?.href === run.href && last) last.text += run.text;
        else joined.push({ ...run });
      }
      return { listed, runs: joined };
    });
    expect(editedAnswer(template, values, plain).formatted).toEqual(merged);
  });

  it('keeps bold, lists and links around what was changed', () => {
    const formatted = edit('Dear', 'Good morning');
    const kept = edit('Dear', 'Dear');
    expect(formatted?.slice(1)).toEqual(kept?.slice(1));
    expect(formatted?.[0]?.runs).toEqual([
      { text: 'Good morning Ann **Lee**, we are open ' },
      { text: 'Monday to Saturday', bold: true },
      { text: '.' },
    ]);
  });

  it('is bold where bold words were typed over, and where words were added between them', () => {
    expect(edit('Saturday', 'Friday')?.[0]?.runs[1]).toEqual({
      text: 'Monday to Friday',
      bold: true,
    });
    expect(edit('Monday to', 'Monday morning to')?.[0]?.runs[1]).toEqual({
      text: 'Monday morning to Saturday',
      bold: true,
    });
    expect(edit('Saturday.', 'Saturday, not on Sunday.')?.[0]?.runs.slice(1)).toEqual([
      { text: 'Monday to Saturday', bold: true },
      { text: ', not on Sunday.' },
    ]);
  });

  it('has the words of a link that was changed, and no link', () => {
    const changed = edit('https://shop.example/map', 'https://shop.example/other')?.[1];
    expect(changed?.listed).toBe(true);
    expect(changed?.runs.every(({ href }) => href === undefined)).toBe(true);
    expect(changed?.runs.map(({ text }) => text).join('')).toBe(
      'by car: see the map of Ann **Lee** (https://shop.example/other)',
    );
  });

  it('has the list that the agent made of it', () => {
    expect(edit('- by mail: us@shop.example\n', '')?.map(({ listed }) => listed)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(edit('\n\nSee', '\n- new\nSee')?.[3]).toEqual({ listed: true, runs: [{ text: 'new' }] });
    expect(editedAnswer('Plain.', {}, 'Quite **plain**.').formatted).toBeUndefined();
  });

  it('takes no longer with a text that was rewritten from end to end', () => {
    const long = (word: string) => Array.from({ length: 4_000 }, (_, at) => word + at).join(' ');
    const formatted = editedAnswer(`**${long('a')}**`, {}, long('b')).formatted;
    expect(formatted?.[0]?.runs[0]?.text.slice(0, 2)).toBe('b0');
  });
});
