import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { randomId } from '../base/random-id';

const prefix = 'frame-nonce:';
const goodForMs = 60_000;

const ticketSchema = v.object({
  tabId: v.number(),
  at: v.number(),
  /** The frame that has claimed it. */
  claimedBy: v.optional(v.number()),
});
type Ticket = v.InferOutput<typeof ticketSchema>;

/** One at a time: reading and writing a ticket must not interleave with another claim of it. */
let queue: Promise<unknown> = Promise.resolve();

/** A nonce for one panel in this tab. Kept in session storage: the worker may sleep between. */
export async function issueFrameNonce(tabId: number): Promise<string> {
  await forgetStale();
  const nonce = randomId();
  const ticket: Ticket = { tabId, at: Date.now() };
  await browser.storage.session.set({ [prefix + nonce]: ticket });
  return nonce;
}

/**
 * True for one frame, of the tab that the nonce was issued for, within a minute. To that frame also
 * when it asks again: the browser may end the worker between its writing and its reply.
 */
export function claimFrameNonce(nonce: string, tabId: number, frameId: number): Promise<boolean> {
  const claim = queue.then(async () => {
    const key = prefix + nonce;
    const ticket = ticketOf((await browser.storage.session.get(key))[key]);
    if (ticket === undefined) return false;
    if (ticket.tabId !== tabId || isStale(ticket)) {
      await browser.storage.session.remove(key);
      return false;
    }
    if (ticket.claimedBy !== undefined) return ticket.claimedBy === frameId;
    await browser.storage.session.set({ [key]: { ...ticket, claimedBy: frameId } });
    return true;
  });
  queue = claim.catch(() => {});
  return claim;
}

async function forgetStale(): Promise<void> {
  const stored = Object.entries(await browser.storage.session.get());
  const stale = stored.filter(([key, value]) => {
    const ticket = ticketOf(value);
    return key.startsWith(prefix) && (ticket === undefined || isStale(ticket));
  });
  if (stale.length > 0) await browser.storage.session.remove(stale.map(([key]) => key));
}

const isStale = ({ at }: Ticket) => Date.now() - at >= goodForMs;

function ticketOf(stored: unknown): Ticket | undefined {
  const parsed = v.safeParse(ticketSchema, stored);
  return parsed.success ? parsed.output : undefined;
}
