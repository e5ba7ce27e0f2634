import { browser } from 'wxt/browser';
import { randomId } from '../base/random-id';

const prefix = 'frame-nonce:';
const goodForMs = 60_000;

type Ticket = { readonly tabId: number; readonly at: number };

/** One at a time: reading and deleting a nonce must not interleave with another claim of it. */
let queue: Promise<unknown> = Promise.resolve();

/** A one-time nonce for a panel in this tab. Kept in session storage: the worker may sleep between. */
export async function issueFrameNonce(tabId: number): Promise<string> {
  const nonce = randomId();
  const ticket: Ticket = { tabId, at: Date.now() };
  await browser.storage.session.set({ [prefix + nonce]: ticket });
  return nonce;
}

/** True once, for the tab that the nonce was issued for, within a minute. */
export function claimFrameNonce(nonce: string, tabId: number): Promise<boolean> {
  const claim = queue.then(async () => {
    const key = prefix + nonce;
    const found = (await browser.storage.session.get(key))[key] as Ticket | undefined;
    if (found === undefined) return false;
    await browser.storage.session.remove(key);
    return found.tabId === tabId && Date.now() - found.at < goodForMs;
  });
  queue = claim.catch(() => {});
  return claim;
}
