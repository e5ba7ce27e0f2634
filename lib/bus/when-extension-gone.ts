import { browser } from 'wxt/browser';

const checkEveryMs = 2_000;

/** Calls once the extension was updated or removed: its scripts on pages then reach it no more. */
export function whenExtensionGone(gone: () => void): void {
  const timer = setInterval(() => {
    if (browser.runtime?.id !== undefined) return;
    clearInterval(timer);
    gone();
  }, checkEveryMs);
}
