import { expect, test } from 'vitest';
import { guessKey } from '../../../lib/consoles/generic/guess-key';
import { showPage } from './page';

function sourcesFor(address: string, html = '<div class="list"></div>') {
  showPage(`<body>${html}</body>`);
  const list = document.querySelector('.list');
  const key = list && guessKey(list, address, undefined);
  if (key?.from !== 'all') throw new Error('No key');
  return key.sources;
}

/** What the address gives, and whether what is said is part of the key. */
function readKeyParts(address: string, html?: string) {
  const sources = sourcesFor(address, html);
  const url = sources.find((source) => source.from === 'url');
  return {
    id: url?.regex && new RegExp(url.regex).exec(address)?.[1],
    withRows: sources.some(({ from }) => from === 'rows'),
  };
}

test.each([
  ['https://desk.example/app/accounts/1/inbox/2/conversations/901', '901'],
  ['https://desk.example/ticket.php?agent=3&id=4410', '4410'],
  ['https://desk.example/#/chat/7f3a9b', '7f3a9b'],
])('the id of the conversation in %s is a key by itself', (address, id) => {
  expect(readKeyParts(address)).toEqual({ id, withRows: false });
});

test.each([
  'https://desk.example/app/accounts/1/inbox',
  'https://desk.example/account/1',
  'https://desk.example/team/12/inbox/3',
  'https://desk.example/live',
])('what %s tells is not enough: what is said is part of the key', (address) => {
  expect(readKeyParts(address).withRows).toBe(true);
});

test('an id on the list or around it is a key by itself', () => {
  const html = '<section data-chat-id="72"><div class="list"></div></section>';
  expect(sourcesFor('https://desk.example/live', html)).toEqual([
    { from: 'attribute', selectors: ['[data-chat-id]'], attribute: 'data-chat-id' },
  ]);
});
