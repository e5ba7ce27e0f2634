import type { StoredEvent } from '../domain/pick';

/** An edit that leaves less than this of the words offered says little for the entry. */
const leastKept = 0.3;

/** Whether what was sent is still what the entry says. */
export function isStillTheAnswer(
  event: Extract<StoredEvent, { kind: 'inserted' | 'edited' }>,
): boolean {
  if (event.kind === 'inserted') return true;
  const offered = piecesOf(event.before);
  if (offered.size === 0) return true;
  const kept = piecesOf(event.after);
  let both = 0;
  for (const piece of offered) if (kept.has(piece)) both++;
  return both / offered.size >= leastKept;
}

/** Words, and Han characters one by one. */
const piecesOf = (text: string) =>
  new Set(text.toLowerCase().match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []);
