import type { Customer, Line } from './customer.ts';
import { element } from './element.ts';
import { lastLineOf } from './message-row.ts';

export type InboxRow = {
  /** Shows what was written last, and who is to answer. */
  showLast(line: Line): void;
  /** Counts one more unread message and moves the row to the top. */
  markUnread(): void;
  setSelected(selected: boolean): void;
};

/**
 * Adds a customer's row at the end of the list; a link, so that the address does the switching.
 * @param unread messages that nobody has seen yet
 */
export function addInboxRow(list: HTMLElement, customer: Customer, unread: number): InboxRow {
  const preview = element('span', { class: 'last-line' });
  const waiting = element('span', { class: 'waiting', role: 'img', 'aria-label': 'Waiting' });
  const unreadCount = element('span', { class: 'unread', 'aria-label': 'Unread' });
  const link = element(
    'a',
    { class: 'inbox-row', href: `#/conversations/${customer.id}` },
    element('span', { class: 'row-top' }, waiting, element('b', {}, customer.name), unreadCount),
    preview,
    element('span', { class: 'channel' }, customer.channel),
  );
  const row = element('li', {}, link);
  list.append(row);
  let unseen = unread;

  function showUnread(): void {
    unreadCount.textContent = String(unseen);
    unreadCount.hidden = unseen === 0;
  }

  showUnread();

  return {
    showLast(line) {
      preview.textContent = lastLineOf(line);
      waiting.hidden = line.from !== 'customer';
    },
    markUnread() {
      unseen += 1;
      showUnread();
      if (list.firstElementChild === row) return;
      const hadFocus = document.activeElement === link;
      list.prepend(row);
      if (hadFocus) link.focus();
    },
    setSelected(selected) {
      if (!selected) {
        link.removeAttribute('aria-current');
        return;
      }
      link.setAttribute('aria-current', 'true');
      unseen = 0;
      showUnread();
    },
  };
}
