import { browser } from 'wxt/browser';

/** What the console script leaves in its world: to be called by whoever runs it again. */
export type RunningWorld = { cuecardRuns?: () => void };

/** False where the console script runs already; whoever runs it again misses its panel. */
export function isFirstRun(world: RunningWorld): boolean {
  if (world.cuecardRuns !== undefined) {
    world.cuecardRuns();
    return false;
  }
  world.cuecardRuns = () => {};
  return true;
}

/** Does it now, and again whenever somebody misses the panel. */
export function atEachRun(world: RunningWorld, seeToPanel: () => Promise<void>): void {
  world.cuecardRuns = () => void seeToPanel().catch(() => {});
  world.cuecardRuns();
}

/**
 * Has the page in front look after its panel. Whoever opens the popup may miss it: its page may have
 * asked for it just when the browser ended the service worker, and ended it again.
 */
export async function wakePanel(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => (globalThis as RunningWorld).cuecardRuns?.(),
  });
}
