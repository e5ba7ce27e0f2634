import type { Page } from 'playwright-core';
import { type Figure, percentile, single } from './figures.ts';

/** Of each interaction with the page, in ms until its next paint. */
export type Interactions = readonly number[];

type Timing = PerformanceEventTiming & { readonly interactionId: number };
type Timed = { benchTimings: Timing[]; benchMessages: number };

/** Durations are given in steps of 8 ms, and only from this one on; what was faster counts as half. */
const shortestTimedMs = 16;
const everyMs = 50;
const rounds = 8;
const written = 'One moment, I look.';
/** Timings are told some time after the paint. */
const lateTimingsMs = 500;
const aimMs = 16;

/**
 * Types into the reply box and clicks from conversation to conversation while 20 messages a second
 * come into the one shown, and times each key and click as Interaction to Next Paint does: from the
 * input until the page has painted what came of it.
 */
export async function timeInteractions(page: Page): Promise<Interactions> {
  await page.evaluate(
    ({ everyMs, durationThreshold }) => {
      const timed = window as unknown as Timed;
      timed.benchTimings = [];
      new PerformanceObserver((list) => {
        timed.benchTimings.push(...(list.getEntries() as Timing[]));
      }).observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
      let said = 0;
      timed.benchMessages = window.setInterval(() => {
        const shown = location.hash.replace('#/conversations/', '');
        window.desk.customerSays(shown, `And one thing more, my order has not come (${++said})`);
      }, everyMs);
    },
    { everyMs, durationThreshold: shortestTimedMs },
  );
  const conversations = page.locator('a.inbox-row');
  let driven = 0;
  for (let round = 0; round < rounds; round++) {
    await conversations.nth(round % (await conversations.count())).click();
    await page.locator('.reply-box .ProseMirror').click();
    await page.keyboard.type(written, { delay: 20 });
    driven += 2 + written.length;
  }
  await page.waitForTimeout(lateTimingsMs);
  const slow = await page.evaluate(() => {
    const timed = window as unknown as Timed;
    window.clearInterval(timed.benchMessages);
    // One press is several events, of which the slowest counts.
    const slowest = new Map<number, number>();
    for (const { interactionId, duration } of timed.benchTimings) {
      if (interactionId === 0) continue;
      slowest.set(interactionId, Math.max(duration, slowest.get(interactionId) ?? 0));
    }
    return [...slowest.values()];
  });
  const fast = Math.max(0, driven - slow.length);
  return [...slow, ...Array<number>(fast).fill(shortestTimedMs / 2)];
}

/** All runs of a kind together: the 98th percentile of one run alone is its third slowest. */
export function interactionFigures(
  runs: readonly { readonly with: Interactions; readonly without: Interactions }[],
): Figure[] {
  const withIt = runs.flatMap((run) => run.with);
  const without = runs.flatMap((run) => run.without);
  const [slow, plain] = [percentile(withIt, 0.98), percentile(without, 0.98)];
  return [
    single('interaction to next paint added, p98', 'ms', slow - plain, withIt.length, aimMs),
    single('  with', 'ms', slow, withIt.length),
    single('  without', 'ms', plain, without.length),
    single('  with, of without', '%', (slow / plain) * 100, withIt.length),
  ];
}
