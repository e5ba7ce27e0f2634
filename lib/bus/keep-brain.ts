import { browser } from 'wxt/browser';

let opening: Promise<void> | undefined;

/**
 * Opens the keeper, whose connection keeps the brain alive when the only tab reloads. Firefox has
 * no offscreen pages: there any open page holds the brain.
 */
export function keepBrain(): Promise<void> {
  opening ??= openKeeper().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function openKeeper(): Promise<void> {
  if (browser.offscreen === undefined || (await browser.offscreen.hasDocument())) return;
  await browser.offscreen.createDocument({
    url: '/keeper.html',
    reasons: ['WORKERS'],
    justification: 'Holds the worker that ranks answers, so that it outlives a reload of the tab.',
  });
}
