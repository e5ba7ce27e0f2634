import { expect, onTestFinished, test, vi } from 'vitest';
import { completeRecipe } from '../../../lib/consoles/generic/complete-recipe';
import { readConversation } from '../../../lib/consoles/read/read-conversation';
import { isShown, mustFindRecipe, showPage } from './page';

/** The test DOM lays nothing out: here texts stand where the row around them says, in a column of 400. */
function layOut() {
  const box = (left: number, right: number) => new DOMRect(left, 0, right - left, 20);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box(0, 400));
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    const start = this.startContainer;
    const around = start.nodeType === 1 ? (start as Element) : start.parentElement;
    const [left = 0, right = 0] = (around?.closest('[data-box]')?.getAttribute('data-box') ?? '')
      .split(' ')
      .map(Number);
    return box(left, right);
  });
  onTestFinished(() => void vi.restoreAllMocks());
}

test('what a row lacks to tell who wrote it, its side does', () => {
  const row = (id: string, place: string, words: string, mark = '') =>
    `<div role="row" data-box="${place}"><div data-id="${id}" ${mark}>
      <div data-pre-plain-text="[10:01] "><span class="selectable-text">${words}</span></div></div></div>`;
  showPage(`<body><div id="main"><header><span dir="auto">Maria</span></header>
    <div role="application">
      <div role="row" data-box="150 250"><span>Today</span></div>
      ${row('1', '10 200', 'Hola!', 'class="message-in"')}
      ${row('2', '10 240', 'Do you have it?')}
      ${row('3', '200 390', 'Yes, in two sizes.')}
    </div><footer><div contenteditable="true" data-tab="10"></div></footer></div></body>`);
  layOut();
  const recipe = mustFindRecipe('whatsapp-web');
  const read = (plan: Parameters<typeof readConversation>[0]) =>
    readConversation(plan, window, isShown)?.messages.map(({ id, role }) => `${id} ${role}`);
  expect(read(completeRecipe(recipe))).toEqual(['1 customer', '2 customer', '3 agent']);
  expect(read(recipe)).toEqual(['1 customer']);
});
