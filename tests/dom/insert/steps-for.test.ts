import { describe, expect, test } from 'vitest';
import type { Composer } from '../../../lib/consoles/insert/composer';
import type { EditorFamily } from '../../../lib/consoles/insert/editor-family';
import { keepsFormat } from '../../../lib/consoles/insert/formatted-steps';
import { stepsFor } from '../../../lib/consoles/insert/steps-for';
import { formattedToHtml, textToHtml } from '../../../lib/consoles/insert/text-to-html';

const editable = (family: EditorFamily): Composer => ({
  kind: 'editable',
  element: document.createElement('div'),
  document,
  family,
});
const field: Composer = { kind: 'field', element: document.createElement('textarea'), document };
const names = (composer: Composer, text: string, skip?: Parameters<typeof stepsFor>[2]) =>
  stepsFor(composer, text, skip).map(({ name }) => name);

describe('The order of steps', () => {
  test('of a field is the browser’s own editing, then its value', () => {
    expect(names(field, 'text')).toEqual(['exec', 'setter']);
  });

  test('puts paste before exec, which may change the DOM and not the model', () => {
    const order = names(editable('other'), 'text');
    expect(order.indexOf('paste')).toBeLessThan(order.indexOf('exec-lines'));
  });

  test.each(['slate', 'draft'] as const)('never runs exec or HTML in %s', (family) => {
    expect(names(editable(family), 'a\n\nb')).toEqual(['paste', 'beforeinput']);
  });

  test.each(['prosemirror', 'ckeditor5'] as const)(
    'begins with HTML in %s when there are blank lines',
    (family) => {
      expect(names(editable(family), 'a\n\nb')[0]).toBe('paste-html');
      expect(names(editable(family), 'a\nb')[0]).toBe('paste');
    },
  );

  test('leaves out what a recipe rules out', () => {
    expect(names(editable('other'), 'text', ['paste', 'beforeinput'])).toEqual(['exec-lines']);
    expect(names(field, 'text', ['exec'])).toEqual(['setter']);
  });
});

describe('Text as HTML for the clipboard', () => {
  test('is a paragraph for each line, an empty one for a blank line', () => {
    expect(textToHtml('a\n\nb')).toBe('<p>a</p><p><br></p><p>b</p>');
  });

  test('escapes all that would be mark-up', () => {
    expect(textToHtml('<img src=x onerror="a()"> & more')).toBe(
      '<p>&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; more</p>',
    );
  });

  test('keeps runs of spaces', () => {
    expect(textToHtml('a  b')).toBe('<p style="white-space:pre-wrap">a  b</p>');
  });
});

describe('A formatted answer', () => {
  const link = { text: 'the guide', href: 'https://help.example/?a=1&b="2"' };
  const lines = [
    { listed: false, runs: [{ text: 'Either <b>:' }] },
    { listed: true, runs: [{ text: 'one', bold: true }] },
    { listed: true, runs: [link] },
    { listed: false, runs: [] },
    { listed: false, runs: [{ text: 'or ring' }] },
  ];

  test('is paragraphs, lists, bold and links, and all else is escaped', () => {
    expect(formattedToHtml(lines)).toBe(
      '<p>Either &lt;b&gt;:</p><ul><li><strong>one</strong></li><li>' +
        '<a href="https://help.example/?a=1&amp;b=&quot;2&quot;">the guide</a></li></ul>' +
        '<p><br></p><p>or ring</p>',
    );
  });

  test('of one line continues the paragraph that it is written into', () => {
    expect(formattedToHtml([{ listed: false, runs: [{ text: 'a ' }, link] }])).toMatch(/^a <a /);
  });

  test('never links to another scheme', () => {
    const runs = [{ text: 'x', href: 'javascript:alert(1)' }];
    expect(formattedToHtml([{ listed: false, runs }])).toBe('x');
  });

  test('is tried first where an editor holds formatting, and not where a recipe rules it out', () => {
    const [first] = stepsFor(editable('quill'), 'text', [], lines);
    expect(first?.name).toBe('paste-formatted');
    const [other] = stepsFor(editable('quill'), 'text', ['paste-html'], lines);
    expect(other?.name).toBe('paste');
  });

  test.each([field, editable('slate'), editable('draft'), editable('other')])(
    'is plain text where an address could be lost',
    (composer) => {
      const names = stepsFor(composer, 'text', [], lines).map(({ name }) => name);
      expect(names).not.toContain('paste-formatted');
      expect(names).not.toContain('exec-formatted');
    },
  );

  test.each([
    [
      'whole',
      '<ul><li>one</li><li><a href="https://help.example/?a=1&b=%222%22">x</a></li></ul>',
      true,
    ],
    ['without its link', '<ul><li>one</li><li>the guide</li></ul>', false],
    [
      'without its list',
      '<p>one</p><p><a href="https://help.example/?a=1&b=%222%22">x</a></p>',
      false,
    ],
  ])('is read back %s', (_name, html, isKept) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    expect(keepsFormat(body, lines)).toBe(isKept);
  });
});
