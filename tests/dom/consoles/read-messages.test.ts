import { expect, test, vi } from 'vitest';
import { readMessages } from '../../../lib/consoles/read/read-messages';
import { longestMessage, mostMessages } from '../../../lib/protocol/conversation-schema';
import type { Recipe } from '../../../lib/protocol/recipe';
import { mustFindRecipe, sampleRow, showSampleConsole } from './page';

const sample = mustFindRecipe('sample-console');
const { rowId: _, ...unnamed } = sample;

const says = (text: string, id?: string) =>
  id === undefined ? { from: 'customer', text } : { id, from: 'customer', text };

function read(list: Element, recipe: Recipe = sample) {
  return readMessages(list, recipe, new WeakMap()).messages;
}

test('the tail only is read, however long the list is', () => {
  const list = showSampleConsole(
    Array.from({ length: 500 }, (_, at) => says(`Message ${at}`, String(at))),
  );
  const { messages, rowsRead } = readMessages(list, sample, new WeakMap());
  expect(messages).toHaveLength(mostMessages);
  expect(messages[0]?.id).toBe('440');
  expect(messages.at(-1)?.id).toBe('499');
  expect(rowsRead).toBeLessThanOrEqual(mostMessages + 1);
});

test('a newest-first list is read from its top and turned round', () => {
  const list = showSampleConsole(
    Array.from({ length: 100 }, (_, at) => says(`Message ${at}`, String(100 - at))),
  );
  const messages = read(list, { ...sample, order: 'newest-first' });
  expect(messages.map((message) => message.id)).toEqual(
    Array.from({ length: mostMessages }, (_, at) => String(41 + at)),
  );
});

test('a list that agents may turn round is read by the times of its rows', () => {
  const timed = (list: Element) => {
    for (const row of list.children) {
      const id = row.getAttribute('data-message-id') ?? '';
      if (id === 'none') continue;
      const time = document.createElement('time');
      time.setAttribute('datetime', `2026-11-20T10:0${id}:00Z`);
      row.append(time);
    }
    return list;
  };
  const ids = (...order: string[]) => order.map((id) => says(`Message ${id}`, id));
  const readIds = (list: Element) =>
    read(timed(list), { ...sample, order: 'by-time' }).map((message) => message.id);

  expect(readIds(showSampleConsole(ids('1', '2', '3')))).toEqual(['1', '2', '3']);
  expect(readIds(showSampleConsole(ids('3', '2', '1')))).toEqual(['1', '2', '3']);
  expect(readIds(showSampleConsole(ids('none', '3', '2', '1')))).toEqual(['1', '2', '3', 'none']);
  expect(readIds(showSampleConsole(ids('5')))).toEqual(['5']);
  expect(readIds(showSampleConsole(ids('none')))).toEqual(['none']);
});

test('rows that did not change are not looked at again', () => {
  const list = showSampleConsole([says('one', '1'), says('two', '2')]);
  const cache = new WeakMap();
  expect(readMessages(list, sample, cache).rowsRead).toBe(2);
  list.append(sampleRow(says('three', '3')));
  expect(readMessages(list, sample, cache).rowsRead).toBe(1);
});

test('a row shown twice counts once, as the newer one stands', () => {
  const list = showSampleConsole([says('Helo', '1'), says('two', '2'), says('Hello', '1')]);
  expect(read(list).map((message) => message.text)).toEqual(['two', 'Hello']);
});

test('without row names, ids stay when more comes, before or after', () => {
  const lines = ['ok', 'ok', 'ok', 'how long?', 'ok'].map((text) => says(text));
  const list = showSampleConsole(lines);
  const before = read(list, unnamed);
  expect(new Set(before.map((message) => message.id)).size).toBe(5);

  list.append(sampleRow(says('anyone?')));
  expect(read(list, unnamed).slice(0, 5)).toEqual(before);

  list.prepend(sampleRow(says('from yesterday')));
  expect(read(list, unnamed).slice(2, 6)).toEqual(before.slice(1));
});

test('without row names, ids stay when the console draws its rows anew', () => {
  const lines = [says('one'), says('two')];
  const first = read(showSampleConsole(lines), unnamed);
  expect(read(showSampleConsole(lines), unnamed)).toEqual(first);
});

test('rows by nobody known and rows with nothing in them are no messages', () => {
  const list = showSampleConsole([
    { id: '1', from: 'date-line', text: 'Today' },
    { id: '2', from: 'customer', text: '   ' },
    says('Hello', '3'),
  ]);
  expect(read(list).map((message) => message.id)).toEqual(['3']);
});

test('rows may stand at any depth of the list', () => {
  const list = showSampleConsole();
  const group = document.createElement('div');
  group.append(
    document.createElement('hr'),
    sampleRow(says('one', '1')),
    document.createElement('p'),
  );
  const second = document.createElement('div');
  second.append(sampleRow(says('two', '2')));
  group.append(second);
  list.append(group, sampleRow(says('three', '3')), document.createElement('hr'));
  expect(read(list).map((message) => message.text)).toEqual(['one', 'two', 'three']);
});

test('a message of any length is cut to the longest one allowed', () => {
  const list = showSampleConsole([says('x'.repeat(longestMessage * 3), '1')]);
  expect(read(list)[0]?.text).toHaveLength(longestMessage);
});

test('a list of nothing but decoration does not hold the page up', () => {
  const list = showSampleConsole();
  for (let at = 0; at < 5_000; at++) list.append(document.createElement('hr'));
  const matches = vi.spyOn(Element.prototype, 'matches');
  expect(read(list)).toEqual([]);
  expect(matches.mock.calls.length).toBeLessThanOrEqual(1_000);
  matches.mockRestore();
});

test.each([
  ['iso', '2026-11-20T09:12:00Z', Date.UTC(2026, 10, 20, 9, 12)],
  ['s', '1700000000', 1_700_000_000_000],
  ['ms', '1700000000123', 1_700_000_000_123],
  ['iso', 'yesterday', undefined],
] as const)('a time in %s, %s, is read', (unit, written, at) => {
  const list = showSampleConsole([says('Hello', '1')]);
  list.firstElementChild?.setAttribute('data-at', written);
  const time = { selectors: ['[data-at]'], attribute: 'data-at', unit };
  expect(read(list, { ...sample, time })[0]?.at).toBe(at);
});
