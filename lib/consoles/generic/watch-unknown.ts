import type { ReadingPlan } from '../read/reading-plan';
import type { WatchState } from '../read/watch-console';
import { guessPlan, type Sureness } from './guess-plan';

const firstWaitMs = 500;
/** A page that nobody touches is looked at ever more seldom. */
const longestWaitMs = 20_000;
const idleTimeoutMs = 2_000;
/** A list that is gone for so long is not coming back: the console was rebuilt. */
const lostMs = 5_000;

type Options = {
  readonly window: Window;
  readonly signal: AbortSignal;
  readonly onPlan: (plan: ReadingPlan, signal: AbortSignal, sure: Sureness) => void;
  /** The way is lost; another is looked for. */
  readonly onLost: () => void;
};

/**
 * Looks, in idle time, for a way to read a page that no recipe fits, and again when that way is lost.
 * @returns what to tell the state of the reading by the plan
 */
export function watchUnknown(options: Options): (state: WatchState) => void {
  const { window, signal, onPlan, onLost } = options;
  let waitMs = firstWaitMs;
  let timer: number | undefined;
  let reading: AbortController | undefined;

  const lookIn = (ms: number) => {
    window.clearTimeout(timer);
    if (!signal.aborted) timer = window.setTimeout(whenIdle, ms);
  };
  const whenIdle = () => {
    if (window.document.hidden) return lookIn(longestWaitMs);
    if (typeof window.requestIdleCallback !== 'function') return look();
    window.requestIdleCallback(look, { timeout: idleTimeoutMs });
  };
  const look = () => {
    if (signal.aborted) return;
    const { plan, sure } = guessPlan(window);
    if (plan === undefined) {
      lookIn(waitMs);
      waitMs = Math.min(longestWaitMs, waitMs * 2);
      return;
    }
    reading?.abort();
    reading = new AbortController();
    onPlan(plan, reading.signal, sure);
  };
  // Opening a conversation takes a click.
  const hurry = () => {
    if (reading !== undefined) return;
    waitMs = firstWaitMs;
    lookIn(firstWaitMs);
  };
  window.document.addEventListener('click', hurry, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    window.clearTimeout(timer);
    reading?.abort();
  });
  whenIdle();

  return (state) => {
    window.clearTimeout(timer);
    if (state === 'reading') return;
    timer = window.setTimeout(() => {
      reading?.abort();
      reading = undefined;
      onLost();
      waitMs = firstWaitMs;
      whenIdle();
    }, lostMs);
  };
}
