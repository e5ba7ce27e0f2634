/** From a change on a quiet page to its reading. Lets the console finish what it is doing. */
const quickMs = 1;
/** A page is quiet when nothing was read for so long. */
const quietMs = 100;
/** From a reading of many rows to the next: what comes in between is read at once. */
const restMs = 50;
const idleTimeoutMs = 50;
/** Between two readings once the allowance is used up: until it is made good, within bounds. */
const shortestStormMs = 300;
const longestStormMs = 1_500;
/** Rows that may be read at once, and per second in the long run: about 25 µs of script each. */
const mostAllowed = 120;
const allowedPerSecond = 30;
/** What a storm's reading costs in rows beside those it read: the tail is walked, compared and told. */
const rowsPerReading = 8;
/** No storm brings so few: in a lively conversation every question is read at once. */
const fewRows = 3;

export type Pace = {
  /**
   * Something changed: read it, soon. Further calls until then add nothing.
   * @returns whether a storm puts the reading off
   */
  request(): boolean;
  /** As `request`, but not to be put off by a storm. */
  urge(): void;
};

/**
 * Decides when to read. Single messages are read at once; in a storm readings are spread out and
 * left to idle time, so that the page's own work is not held up. The last change is always read.
 * @param read does the reading and returns how many rows it cost
 */
export function paceReads(read: () => number, window: Window, signal: AbortSignal): Pace {
  let allowance = mostAllowed;
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: number | undefined;
  let idle: number | undefined;
  let isSlow = false;
  let isFew = true;

  const cancel = () => {
    if (timer !== undefined) window.clearTimeout(timer);
    if (idle !== undefined) window.cancelIdleCallback(idle);
    timer = undefined;
    idle = undefined;
    isSlow = false;
  };
  signal.addEventListener('abort', cancel);

  const run = () => {
    cancel();
    const now = performance.now();
    const refill = ((now - lastAt) / 1000) * allowedPerSecond;
    lastAt = now;
    const rows = read();
    isFew = rows <= fewRows;
    allowance = Math.min(mostAllowed, allowance + refill) - rows - (isFew ? 1 : rowsPerReading);
  };
  const runWhenIdle = () => {
    timer = undefined;
    idle = window.requestIdleCallback(run, { timeout: idleTimeoutMs });
  };

  return {
    request() {
      if (signal.aborted || timer !== undefined || idle !== undefined) return isSlow;
      const sinceMs = performance.now() - lastAt;
      const left = allowance + (sinceMs / 1000) * allowedPerSecond;
      if (left <= 0) {
        isSlow = true;
        const waitMs = (-left / allowedPerSecond) * 1000;
        const boundedMs = Math.min(longestStormMs, Math.max(shortestStormMs, waitMs));
        timer = window.setTimeout(runWhenIdle, boundedMs);
      } else if (sinceMs > quietMs) {
        timer = window.setTimeout(run, quickMs);
      } else if (isFew) {
        runWhenIdle();
      } else {
        timer = window.setTimeout(runWhenIdle, Math.max(quickMs, restMs - sinceMs));
      }
      return isSlow;
    },
    urge() {
      if (signal.aborted) return;
      if (isSlow) cancel();
      if (timer === undefined && idle === undefined) timer = window.setTimeout(run, quickMs);
    },
  };
}
