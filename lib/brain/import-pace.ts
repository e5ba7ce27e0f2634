import type { Pace } from '../knowledge/import/file-refused';

/** Longest time, in ms, for which work that somebody waits for keeps the brain from answering. */
const longestMs = 30;

/** Lets the brain answer other calls whenever long work has gone on for a slice. */
export function makePace(whenIdle: (work: () => void) => void, sliceMs = longestMs): Pace {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await new Promise<void>((resolve) => whenIdle(resolve));
    since = performance.now();
  };
}
