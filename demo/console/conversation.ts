import type { Customer, Line } from './customer.ts';
import { element } from './element.ts';
import { messageRow } from './message-row.ts';

/** How long a console typically shows the agent's own message as on its way. */
const sendingMs = 300;

export type Conversation = {
  readonly customer: Customer;
  readonly element: HTMLElement;
  /** Adds a row at the end, written now. */
  append(line: Line): void;
  /** Adds a pending row that gives way to the final one, with an id of its own. */
  appendPending(line: Line): void;
  scrollToEnd(): void;
};

/** Builds a conversation with its history, hidden. */
export function openConversation(customer: Customer, now: Date): Conversation {
  const list = element('ol', { class: 'messages', 'aria-label': `Messages, ${customer.name}` });
  const main = element(
    'main',
    { class: 'conversation', 'data-conversation-id': customer.id, hidden: '' },
    element(
      'header',
      { class: 'conversation-head' },
      element('h1', { class: 'customer-name' }, customer.name),
      element('span', { class: 'channel' }, customer.channel),
      element(
        'span',
        { class: 'customer-card' },
        ...Object.entries(customer.card).map(([field, value]) =>
          element('span', { 'data-field': field, title: field }, value),
        ),
      ),
    ),
    list,
  );
  let rows = 0;
  let sending = 0;
  let atEnd = true;
  let lastTop = 0;
  let frame = 0;

  function makeRow(line: Line, at: Date): HTMLLIElement {
    rows += 1;
    return messageRow(`${customer.id}-m${rows}`, line, at);
  }

  function scrollToEnd(): void {
    atEnd = true;
    list.scrollTop = list.scrollHeight;
  }

  /** An agent who has scrolled up to read stays there; the end stays in view otherwise. */
  function keepPlace(): void {
    // Once a frame: each measuring lays out the whole list.
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (atEnd) scrollToEnd();
    });
  }

  function addRow(row: HTMLLIElement): void {
    list.append(row);
    keepPlace();
  }

  list.addEventListener('scroll', () => {
    // Rows that came since our own scrolling leave a gap too; only going up is the agent's wish.
    if (list.scrollHeight - list.scrollTop - list.clientHeight < 60) atEnd = true;
    else if (list.scrollTop < lastTop) atEnd = false;
    lastTop = list.scrollTop;
  });
  // `load` does not bubble. A docked panel makes the list narrower, and so longer.
  list.addEventListener('load', keepPlace, { capture: true });
  new ResizeObserver(keepPlace).observe(list);

  for (const line of customer.history) {
    list.append(makeRow(line, new Date(now.getTime() - line.minutesAgo * 60_000)));
  }

  return {
    customer,
    element: main,
    append(line) {
      addRow(makeRow(line, new Date()));
    },
    appendPending(line) {
      sending += 1;
      const at = new Date();
      const pending = messageRow(`${customer.id}-sending-${sending}`, line, at);
      pending.classList.add('is-pending');
      addRow(pending);
      scrollToEnd();
      setTimeout(() => pending.replaceWith(makeRow(line, at)), sendingMs);
    },
    scrollToEnd,
  };
}
