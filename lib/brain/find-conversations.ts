import type { StoredEvent } from '../domain/pick';
import type { FoundConversation } from '../protocol/data-calls';

const longestExcerpt = 120;
const mostFound = 200;

/**
 * The conversations of these events in whose key or text the words stand, newest first. Events keep
 * no customer's name of their own: what the customer wrote and the console's key are all there is.
 */
export function findConversations(
  events: readonly StoredEvent[],
  words: string,
): FoundConversation[] {
  const wanted = words.trim().toLowerCase();
  const found = new Map<string, FoundConversation & { isWanted: boolean }>();
  for (const event of events) {
    const { conversationKey, consoleId, cueText, at } = event;
    const id = JSON.stringify([consoleId, conversationKey]);
    const before = found.get(id);
    found.set(id, {
      conversationKey,
      consoleId,
      events: (before?.events ?? 0) + 1,
      lastAt: Math.max(before?.lastAt ?? at, at),
      excerpt: cueText === '' ? (before?.excerpt ?? '') : cueText.slice(0, longestExcerpt),
      isWanted: before?.isWanted === true || holds(event, wanted),
    });
  }
  return [...found.values()]
    .filter(({ isWanted }) => isWanted)
    .sort((a, b) => b.lastAt - a.lastAt)
    .slice(0, mostFound)
    .map(({ isWanted: _, ...conversation }) => conversation);
}

function holds(event: StoredEvent, wanted: string): boolean {
  const texts = [event.conversationKey, event.cueText];
  if (event.kind === 'edited') texts.push(event.before, event.after);
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
