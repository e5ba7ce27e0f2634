import type { IsVisible } from '../../../lib/consoles/read/is-visible';
import { bundledRecipes } from '../../../lib/consoles/recipes';
import type { Recipe } from '../../../lib/protocol/recipe';

/** The test DOM has no style: hidden is what carries the attribute, or display:none inline. */
export const isShown: IsVisible = (element) =>
  element.isConnected && element.closest('[hidden], [style*="display: none"]') === null;

// What every browser has that Cuecard runs in, and the test DOM has not.
Element.prototype.checkVisibility ??= function (this: Element) {
  return isShown(this);
};
window.requestIdleCallback ??= (run) =>
  window.setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 }), 1);
window.cancelIdleCallback ??= (handle) => window.clearTimeout(handle);

export function mustFindRecipe(id: string): Recipe {
  const recipe = bundledRecipes.find((candidate) => candidate.id === id);
  if (recipe === undefined || !('list' in recipe)) throw new Error(`No recipe reads ${id}`);
  return recipe;
}

/** Makes the HTML the page's content. */
export function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name);
  for (const { name, value } of page.body.attributes) document.body.setAttribute(name, value);
  document.body.replaceChildren(...page.body.childNodes);
}

type Line = { id?: string; from: string; text: string; pending?: boolean };

export function sampleRow({ id, from, text, pending = false }: Line): HTMLElement {
  const row = document.createElement('li');
  row.className = pending ? 'message is-pending' : 'message';
  if (id !== undefined) row.setAttribute('data-message-id', id);
  row.setAttribute('data-from', from);
  const words = document.createElement('div');
  words.className = 'text';
  words.textContent = text;
  row.append(words);
  return row;
}

/** A page of the sample console with conversation `c-maria` shown and `c-wei` hidden. */
export function showSampleConsole(lines: readonly Line[] = []): HTMLElement {
  showPage(`<body data-console="harbour-desk"><span class="agent-name">Ana</span>
    <main data-conversation-id="c-maria"><h1 class="customer-name">Maria</h1>
      <ol class="messages"></ol>
      <div class="reply-box"><div class="ProseMirror" contenteditable="true"><p></p></div></div>
    </main>
    <main data-conversation-id="c-wei" hidden><h1 class="customer-name">Wei</h1>
      <ol class="messages">
        <li class="message" data-message-id="w1" data-from="customer"><div class="text">Hidden words</div></li>
      </ol>
    </main></body>`);
  const list = mustQuery('main:not([hidden]) ol.messages');
  list.append(...lines.map(sampleRow));
  return list;
}

export function mustQuery(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`Nothing matches ${selector}`);
  return element;
}
