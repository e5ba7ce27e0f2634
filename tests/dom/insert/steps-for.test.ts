import { describe, expect, test } from 'vitest';
import type { Composer } from '../../../lib/consoles/insert/composer';
import type { EditorFamily } from '../../../lib/consoles/insert/editor-family';
import { stepsFor } from '../../../lib/consoles/insert/steps-for';
import { textToHtml } from '../../../lib/consoles/insert/text-to-html';

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
