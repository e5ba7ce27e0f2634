import type { StoredEvent } from '../domain/pick';

/**
 * Which of another store's events are not held, and of those which can have the number that they
 * have there: by it the hub knows them, and what was trained says how far it goes.
 */
export function eventsToKeep(
  held: readonly StoredEvent[],
  given: readonly StoredEvent[],
): {
  readonly own: readonly StoredEvent[];
  readonly anew: readonly Omit<StoredEvent, 'seq'>[];
} {
  const ids = new Set(held.flatMap(({ eventId }) => eventId ?? []));
  const bySeq = new Map(held.map((event) => [event.seq, event]));
  const own: StoredEvent[] = [];
  const anew: Omit<StoredEvent, 'seq'>[] = [];
  for (const event of given) {
    const { eventId, seq } = event;
    if (eventId !== undefined) {
      if (ids.has(eventId)) continue;
      ids.add(eventId);
    }
    const there = bySeq.get(seq);
    if (there === undefined) {
      bySeq.set(seq, event);
      own.push(event);
    } else if (!isSame(there, event)) {
      const { seq: _, ...rest } = event;
      anew.push(rest);
    }
  }
  return { own, anew };
}

/** Not by the text: one of them may have lost it. */
const isSame = (one: StoredEvent, other: StoredEvent) =>
  one.at === other.at &&
  one.kind === other.kind &&
  one.consoleId === other.consoleId &&
  one.conversationKey === other.conversationKey;
