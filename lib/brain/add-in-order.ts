import type { StoredEvent } from '../domain/pick';

/** Puts an event where its number belongs; true when that is the end, as nearly always. */
export function addInOrder(events: StoredEvent[], event: StoredEvent): boolean {
  const at = events.findLastIndex(({ seq }) => seq < event.seq) + 1;
  events.splice(at, 0, event);
  return at === events.length - 1;
}
