import type { ReadingPlan } from '../read/reading-plan';
import type { WatchState } from '../read/watch-console';
import type { GuessPlan, Sureness } from './guess-plan';

const firstWaitMs = 500;
/** A page that nobody touches is looked at ever more seldom. */
const longestWaitMs = 20_000;
const idleTimeoutMs = 2_000;
/** A list that is gone for so long is not coming back: the console was rebuilt. */
const lostMs = 5_000;

type Options = {
  readonly window: Window;
  readonly signal: AbortSignal;
  /** Only pages that no recipe fits carry the reader's code. */
  readonly load: () => Promise<GuessPlan>;
  readonly onPlan: (plan: ReadingPlan, signal: AbortSignal, sure: Sureness) => void;
  /** The way is lost; another is looked for. */
  readonly onLost: () => void;
};

/**
 * Looks, in idle time, for a way to read a page that no recipe fits, and again when that way is lost.
 * @returns what to tell the state of the reading by the plan
 */
export function watchUnknown(options: Options): (state: WatchState) => void {
  const { window, signal, load, onPlan, onLost } = options;
  let waitMs = firstWaitMs;
  let timer: number | undefined;
  let guess: GuessPlan | undefined;
  let reading: AbortController | undefined;

  const lookIn = (ms: number) => {
    window.clearTimeout(timer);
    if (!signal.aborted) timer = window.setTimeout(whenIdle, ms);
  };
  const whenIdle = () => {
    if (window.document.hidden) return lookIn(longestWaitMs);
    if (typeof window.requestIdleCallback !== 'function') return void look();
    window.requestIdleCallback(() => void look(), { timeout: idleTimeoutMs });
  };
  const look = async () => {
    if (signal.aborted) return;
    guess ??= await load().catch(() => undefined);
    // Aborted while it was loaded, or the extension is gone from this page.
    if (signal.aborted || guess === undefined) return;
    const { plan, sure } = guess(window);
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
  lookIn(firstWaitMs);

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
