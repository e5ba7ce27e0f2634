import { type Composer, setUpComposer } from './composer.ts';
import { type Conversation, openConversation } from './conversation.ts';
import type { Customer, Line } from './customer.ts';
import { addInboxRow, type InboxRow } from './inbox.ts';

export type SentReply = { readonly conversationId: string; readonly text: string };

export type DeskState = {
  /** Shows a conversation; an unknown id, or the one already shown, changes nothing. */
  show(conversationId: string): void;
  shownId(): string;
  has(conversationId: string): boolean;
  /** Adds a line to a conversation, as if it had just come in. Throws on an unknown id. */
  receive(conversationId: string, line: Line): void;
  readonly composer: Composer;
  /** Replies that went to customers, oldest first; notes are not among them. */
  readonly sent: SentReply[];
};

type Place = { readonly conversation: Conversation; readonly row: InboxRow };

/** Builds inbox and conversations, and keeps the two in step. */
export function setUpDesk(
  people: readonly Customer[],
  inbox: HTMLElement,
  stage: HTMLElement,
): DeskState {
  const now = new Date();
  const places = new Map<string, Place>();
  const sent: SentReply[] = [];
  let shown = '';

  for (const customer of people) {
    const conversation = openConversation(customer, now);
    const spoken = customer.history.filter(isBetweenPeople);
    const last = spoken.at(-1);
    const answered = spoken.findLastIndex((line) => line.from !== 'customer');
    const row = addInboxRow(inbox, customer, spoken.length - 1 - answered);
    if (last) row.showLast(last);
    stage.append(conversation.element);
    places.set(customer.id, { conversation, row });
  }

  const composer = setUpComposer((text, note) => {
    const place = mustPlace(shown);
    const line: Line = { from: note ? 'note' : 'agent', text };
    place.conversation.appendPending(line);
    if (note) return;
    sent.push({ conversationId: shown, text });
    place.row.showLast(line);
  });

  function mustPlace(conversationId: string): Place {
    const place = places.get(conversationId);
    if (!place) throw new Error(`No conversation ${conversationId}`);
    return place;
  }

  return {
    show(conversationId) {
      const next = places.get(conversationId);
      if (!next || conversationId === shown) return;
      const previous = places.get(shown);
      if (previous) previous.conversation.element.hidden = true;
      previous?.row.setSelected(false);
      shown = conversationId;
      composer.showIn(conversationId, next.conversation.element);
      next.conversation.element.hidden = false;
      next.row.setSelected(true);
      next.conversation.scrollToEnd();
    },
    shownId: () => shown,
    has: (conversationId) => places.has(conversationId),
    receive(conversationId, line) {
      const { conversation, row } = mustPlace(conversationId);
      conversation.append(line);
      if (isBetweenPeople(line)) row.showLast(line);
      if (line.from === 'customer' && conversationId !== shown) row.markUnread();
    },
    composer,
    sent,
  };
}

/** Notes and system lines leave open who is to answer. */
function isBetweenPeople(line: Line): boolean {
  return line.from !== 'note' && line.from !== 'system';
}
