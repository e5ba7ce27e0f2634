import { expect, test } from 'vitest';
import { makeAnchors } from '../../../lib/consoles/read/make-anchors';

const messagesOf = (texts: readonly string[]) =>
  texts.map((text, at) => ({ id: String(at), role: 'customer', kind: 'text', text }) as const);

/** Whether each reading in turn counts as the conversation of the first. */
function sameAsFirst(...readings: readonly (readonly string[])[]): boolean[] {
  const anchorOf = makeAnchors();
  const [first, ...others] = readings.map((texts) => anchorOf(messagesOf(texts), () => false));
  return others.map((anchor) => anchor === first);
}

const said = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `Line ${from + at}`);

test.each([
  ['a new message', [said(1, 3), said(1, 4), said(1, 9)]],
  ['a second message', [['Hi'], ['Hi', 'Where is it?']]],
  ['history that is loaded above', [said(20, 30), said(10, 30), said(1, 30)]],
  [
    'a window that is scrolled',
    [said(30, 40), said(24, 34), said(19, 27), said(1, 20), said(33, 41)],
  ],
  ['a redraw from the oldest row on', [said(1, 8), said(1, 1), said(1, 4), said(1, 9)]],
  [
    'a last line that is replaced',
    [[...said(1, 4), 'typing …'], [...said(1, 4), 'Yes'], said(1, 4)],
  ],
  ['a line put in', [said(1, 4), [...said(1, 3), '— new —', 'Line 4'], [...said(1, 3), 'Line 4']]],
  ['a message that changes', [said(1, 6), ['Line 1', 'Line 2', 'Line 3!', ...said(4, 6)]]],
])('%s leaves it the same conversation', (_, readings) => {
  expect(sameAsFirst(...readings)).not.toContain(false);
});

test.each([
  ['all is other', [said(1, 5), said(11, 15)]],
  [
    'both begin alike',
    [
      ['Hello', 'How can I help?', ...said(1, 3)],
      ['Hello', 'How can I help?', ...said(11, 14)],
    ],
  ],
  [
    'one begins as the other ends',
    [
      [...said(1, 4), 'Thanks'],
      ['Thanks', ...said(11, 13)],
    ],
  ],
  [
    'both end alike',
    [
      [...said(1, 4), 'Thanks'],
      [...said(11, 14), 'Thanks'],
    ],
  ],
  ['nothing is said', [said(1, 4), []]],
])('it is another one where %s', (_, readings) => {
  expect(sameAsFirst(...readings)).toEqual([false]);
});

test('one that is come back to has the key that it had', () => {
  expect(sameAsFirst(said(1, 5), said(11, 15), said(3, 6), said(1, 6))).toEqual([
    false,
    true,
    true,
  ]);
});

test('two that begin alike have two keys', () => {
  const alike = (from: number) => ['Hello', 'How can I help?', ...said(from, from + 3)];
  expect(sameAsFirst(alike(1), alike(11), alike(1), alike(11))).toEqual([false, true, false]);
});

test('one that is scrolled far away, all the while under one name, is the same, and known at its end', () => {
  const anchorOf = makeAnchors();
  const first = anchorOf(messagesOf(said(90, 99)), () => false);
  expect(anchorOf(messagesOf(said(1, 9)), () => true)).toBe(first);
  expect(anchorOf(messagesOf(said(40, 49)), () => true)).toBe(first);
  expect(anchorOf(messagesOf(said(91, 101)), () => false)).toBe(first);
  expect(anchorOf(messagesOf(said(1, 9)), () => false)).not.toBe(first);
});
