import { type SentReply, setUpDesk } from './desk-state.ts';
import { flood } from './flood.ts';
import { firstShown, people } from './people.ts';
import { playStory, storySpeed } from './play-story.ts';
import { story } from './story.ts';

/** What tests and the demo may do with the page: all that a customer or a click could. */
export type Desk = {
  customerSays(conversationId: string, text: string): void;
  select(conversationId: string): void;
  composerText(): string;
  readonly sent: readonly SentReply[];
  playNext(): SentReply | null;
  readonly storyLength: number;
  flood(count: number): Promise<void>;
};

declare global {
  interface Window {
    desk: Desk;
  }
}

function mustElement(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

const desk = setUpDesk(people, mustElement('.inbox-list'), mustElement('.stage'));

function select(conversationId: string): void {
  if (!desk.has(conversationId)) throw new Error(`No conversation ${conversationId}`);
  desk.show(conversationId);
  location.hash = `#/conversations/${conversationId}`;
}

function followAddress(): void {
  desk.show(location.hash.replace('#/conversations/', ''));
}

window.addEventListener('hashchange', followAddress);
followAddress();
if (!desk.shownId()) {
  desk.show(firstShown);
  // Not assigned: going back should leave the page, not come to an address without a conversation.
  location.replace(`#/conversations/${firstShown}`);
}

const player = playStory(story, storySpeed(location.search), ({ customer, text, photo }) => {
  desk.receive(customer, { from: 'customer', text, ...(photo ? { photo } : {}) });
});

window.desk = {
  customerSays: (conversationId, text) => desk.receive(conversationId, { from: 'customer', text }),
  select,
  composerText: desk.composer.text,
  sent: desk.sent,
  playNext() {
    const played = player.playNext();
    return played && { conversationId: played.customer, text: played.text };
  },
  storyLength: story.length,
  flood(count) {
    const conversationId = desk.shownId();
    return flood(count, (line) => desk.receive(conversationId, line));
  },
};
