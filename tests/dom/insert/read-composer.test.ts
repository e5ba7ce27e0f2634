import { describe, expect, test } from 'vitest';
import { composerAt } from '../../../lib/consoles/insert/composer';
import { readComposer, squeeze } from '../../../lib/consoles/insert/read-composer';

function element(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const first = body.firstElementChild as HTMLElement;
  document.body.replaceChildren(first);
  return first;
}

const box = (inner: string) => element(`<div contenteditable="true">${inner}</div>`);

describe('Reading a composer gives the draft as the person sees it', () => {
  test.each([
    ['an empty one', '', ''],
    ['an empty paragraph', '<p><br></p>', ''],
    ['paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
    ['a blank line between', '<p>one</p><p><br></p><p>two</p>', 'one\n\ntwo'],
    ['breaks in a paragraph', '<p>one<br><br>two</p>', 'one\n\ntwo'],
    ['text, then blocks', 'one<div>two</div><div><br></div><div>three</div>', 'one\ntwo\n\nthree'],
    ['blocks in blocks', '<div><div><span>one</span></div></div><div>two</div>', 'one\ntwo'],
    ['list lines', '<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['source indentation', '\n  <p>one</p>\n  <p>two</p>\n', 'one\ntwo'],
    ['no-break spaces', '<p>one&nbsp;two</p>', 'one two'],
    ['places for a caret', '<p>\u200bone\ufeff</p>', 'one'],
    ['pictures of emoji', '<p>one <img alt="😀"></p>', 'one 😀'],
    ['joined emoji', '<p>👩‍👩‍👧</p>', '👩‍👩‍👧'],
    [
      "Slate's placeholder",
      '<div><span data-slate-placeholder contenteditable="false">Reply…</span>\ufeff<br></div>',
      '',
    ],
  ])('%s', (_name, html, text) => {
    expect(readComposer(box(html))).toBe(text);
  });

  test('of a field, its value', () => {
    const field = element('<textarea></textarea>') as HTMLTextAreaElement;
    field.value = 'one\n\ntwo';
    expect(readComposer(field)).toBe('one\n\ntwo');
  });

  test('up to a place, only what stands before it', () => {
    const host = box('<p>one</p><p>two <b>three</b></p>');
    const bold = host.querySelector('b')?.firstChild as Node;
    expect(readComposer(host, { node: bold, offset: 2 })).toBe('one\ntwo th');
    expect(readComposer(host, { node: host, offset: 1 })).toBe('one\n');
    expect(readComposer(host, { node: host, offset: 0 })).toBe('');
  });
});

test('Squeezing drops white space and invisible places, and keeps joined emoji whole', () => {
  expect(squeeze(' a\u00a0b\n\u200b c\ufeff 👩‍👧 ')).toBe('abc👩‍👧');
});

describe('A composer is found', () => {
  test('as the editing host around what was found', () => {
    const host = box('<p>one</p>');
    expect(composerAt(host.querySelector('p') as Element)?.element).toBe(host);
  });

  test('inside a wrapper', () => {
    const wrapper = element('<div><span></span><textarea></textarea></div>');
    expect(composerAt(wrapper)).toMatchObject({ kind: 'field' });
  });

  test('inside an open shadow root', () => {
    const host = element('<div></div>');
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    expect(composerAt(host)?.element).toBe(field);
  });

  test.each([
    '<textarea disabled></textarea>',
    '<textarea readonly></textarea>',
    '<input type="checkbox">',
    '<div contenteditable="false">no</div>',
    '<p>no</p>',
  ])('nowhere in %s', (html) => {
    expect(composerAt(element(html))).toBeUndefined();
  });

  test.each([
    ['<div class="ProseMirror" contenteditable="true"></div>', 'prosemirror'],
    ['<div class="ck ck-editor__editable" contenteditable="true"></div>', 'ckeditor5'],
    ['<div data-slate-editor="true" contenteditable="true"></div>', 'slate'],
    ['<div class="note-editable" contenteditable="true"></div>', 'native'],
    ['<trix-editor contenteditable="true"></trix-editor>', 'trix'],
    ['<div contenteditable="true"></div>', 'other'],
  ])('with the family that its mark-up shows: %s', (html, family) => {
    expect(composerAt(element(html))).toMatchObject({ kind: 'editable', family });
  });
});
