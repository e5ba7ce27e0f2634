import type { Frame } from 'playwright-core';

/** When a frame first painted something, in ms since 1970 by the clock that all processes share. */
export function firstPaintAt(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const painted = list.getEntriesByName('first-contentful-paint')[0];
          if (painted === undefined) return;
          observer.disconnect();
          resolve(performance.timeOrigin + painted.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );
}
