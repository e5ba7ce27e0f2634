import type { Conversation } from '../../domain/conversation';

/** How long a list may be gone or empty in the middle of a redraw before it counts as so. */
export const redrawMs = 200;
/** How long the last conversation's messages may stand under the next one's address. */
export const switchMs = 3_000;
/** Messages exchanged so shortly before the key changed came with the new key. */
const togetherMs = 1_000;

/**
 * Consoles change address and messages at different moments, and empty the list while they redraw
 * it. Between the two, a reading would be a customer's words under another customer's key.
 */
export type Settling = {
  /** What was last let through. */
  readonly shown: Conversation | null;
  /** The last conversation let through, and when its messages were last exchanged as a whole. */
  readonly last: Conversation | null;
  readonly exchangedAt: number;
  /** Since when readings have been held back. */
  readonly doubtSince: number | undefined;
};

export const unsettled: Settling = {
  shown: null,
  last: null,
  exchangedAt: Number.NEGATIVE_INFINITY,
  doubtSince: undefined,
};

/** The next state after a reading made at `now` (ms, of any one clock). */
export function settle(state: Settling, reading: Conversation | null, now: number): Settling {
  const doubtSince = state.doubtSince ?? now;
  const held = now - doubtSince;
  if (isRedraw(state, reading) && held < redrawMs) return { ...state, doubtSince };
  if (reading === null) return { ...state, shown: null, doubtSince: undefined };
  if (isStale(state, reading, now) && held < switchMs) return { ...state, shown: null, doubtSince };
  return {
    shown: reading,
    last: reading,
    exchangedAt: isExchanged(state.last, reading) ? now : state.exchangedAt,
    doubtSince: undefined,
  };
}

function isRedraw({ shown }: Settling, reading: Conversation | null): boolean {
  if (shown === null || shown.messages.length === 0) return false;
  return reading === null || (reading.key === shown.key && reading.messages.length === 0);
}

function isStale({ last, exchangedAt }: Settling, reading: Conversation, now: number): boolean {
  if (last === null || last.key === reading.key || reading.messages.length === 0) return false;
  if (now - exchangedAt < togetherMs) return false;
  return countKnown(last, reading) === reading.messages.length;
}

const isExchanged = (last: Conversation | null, reading: Conversation) =>
  last !== null && countKnown(last, reading) === 0;

/** How many messages of the reading the last one had. */
function countKnown(last: Conversation, reading: Conversation): number {
  const known = new Set(last.messages.map(({ id }) => id));
  return reading.messages.filter(({ id }) => known.has(id)).length;
}
