import { expect, test } from 'vitest';
import {
  readConversation,
  readConversationKey,
} from '../../../lib/consoles/read/read-conversation';
import type { Recipe } from '../../../lib/protocol/recipe';
import { isShown, mustFindRecipe, mustQuery, showPage, showSampleConsole } from './page';

const sample = mustFindRecipe('sample-console');
const line = { id: '1', from: 'customer', text: 'Hello' };

test('the key falls back to the customer’s name, and then to the only conversation there is', () => {
  showSampleConsole([line]);
  const recipe: Recipe = { ...sample, conversationId: { from: 'url', regex: '/ticket/(\\d+)' } };
  expect(readConversationKey(recipe, window, isShown)).toBe('Maria');
  mustQuery('main:not([hidden]) h1').textContent = '';
  mustQuery('main[hidden] h1').remove();
  expect(readConversationKey(recipe, window, isShown)).toBe('only');
});

test('a page without a list has no key', () => {
  showPage('<body></body>');
  expect(readConversationKey(sample, window, isShown)).toBeUndefined();
});

test('conversation and composer are found in the frame that the recipe names', () => {
  const inner = new DOMParser().parseFromString(
    `<main data-conversation-id="c-framed"><h1 class="customer-name">Maria</h1><ol class="messages">
      <li class="message" data-message-id="1" data-from="customer"><p class="text">Framed</p></li>
    </ol><div class="reply-box"><p class="ProseMirror" contenteditable="true">Dear</p></div></main>`,
    'text/html',
  );
  showPage('<body><div class="desk-frame"></div></body>');
  // The test DOM loads no frames: this stands for one that did.
  Object.defineProperty(mustQuery('.desk-frame'), 'contentDocument', { value: inner });
  expect(readConversation({ ...sample, frame: '.desk-frame' }, window, isShown)).toMatchObject({
    key: 'c-framed',
    composer: 'ready',
    hasDraft: true,
    messages: [{ id: '1', text: 'Framed' }],
  });
});

test('a frame of another origin is read as no conversation', () => {
  showPage('<body><div class="desk-frame"></div></body>');
  Object.defineProperty(mustQuery('.desk-frame'), 'contentDocument', { value: null });
  expect(readConversation({ ...sample, frame: '.desk-frame' }, window, isShown)).toBeUndefined();
});

test.each([
  ['<textarea class="box">Dear</textarea>', 'ready', true],
  ['<textarea class="box"> \n</textarea>', 'ready', false],
  ['<textarea class="box" disabled>Dear</textarea>', 'missing', false],
  ['<textarea class="box" readonly></textarea>', 'missing', false],
  ['<p class="box" contenteditable="true"><br></p>', 'ready', false],
  ['<p class="box" contenteditable="true">\u200b\ufeff</p>', 'ready', false],
  [
    '<p class="box" contenteditable="true"><i data-slate-placeholder>Write…</i></p>',
    'ready',
    false,
  ],
  ['<p class="box" contenteditable="false">Closed</p>', 'missing', false],
  ['<p class="box" hidden contenteditable="true"></p>', 'missing', false],
  ['<button class="opens">Reply</button>', 'ready', false],
])('the reply box %s is %s, with a draft: %s', (html, composer, hasDraft) => {
  showPage(`<body><ol class="messages"></ol>${html}</body>`);
  const recipe: Recipe = { ...sample, list: ['ol'], composer: ['.box'], open: '.opens' };
  expect(readConversation(recipe, window, isShown)).toMatchObject({ composer, hasDraft });
});

test('fields that the recipe names are read as words of one line, and only those that are shown', () => {
  showSampleConsole([line]);
  const shown = new DOMParser().parseFromString(
    `<p class="order">Order: A-55812</p><p class="region" data-region="north  of\nLeeds">-</p>
     <p class="plan" hidden>Gold</p>`,
    'text/html',
  );
  document.body.append(...shown.body.children);
  const recipe: Recipe = {
    ...sample,
    fields: {
      order: { from: 'text', selectors: ['.order'], regex: '[:：] ?(.+)$' },
      region: { from: 'attribute', selectors: ['.region'], attribute: 'data-region' },
      plan: { from: 'text', selectors: ['.plan'] },
      channel: { from: 'text', selectors: ['.channel'] },
    },
  };
  expect(readConversation(recipe, window, isShown)?.fields).toEqual({
    order: 'A-55812',
    region: 'north of Leeds',
  });
});
