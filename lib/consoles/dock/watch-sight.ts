import { lookNowAndThen } from '../look-now-and-then';
import type { FramePlace } from './frame-place';
import { isInSight } from './is-in-sight';

export type SightWatch = {
  /** Looks at once. */
  look(): boolean;
  /** Whether the panel has known for a while that it is covered. */
  wasTold(): boolean;
};

/**
 * Less than the panel's own pause between a refused click and one that counts: a click that came
 * sooner was made before the panel heard of the cover.
 */
const tellingMs = 400;

/**
 * Tells whenever the panel goes out of sight or comes back. Chromium's panel sees that by itself
 * (Intersection Observer v2), so there a look now and then is enough.
 * @param placed undefined while the panel is not shown
 */
export function watchSight(options: {
  readonly host: HTMLElement;
  readonly placed: () => FramePlace | undefined;
  readonly onChange: (isInSight: boolean) => void;
  readonly signal: AbortSignal;
}): SightWatch {
  const { host, placed, onChange, signal } = options;
  const panelSees = 'isVisible' in IntersectionObserverEntry.prototype;
  const pace = panelSees ? { lookMs: 2_000, gridPx: 400 } : { lookMs: 150, gridPx: 48 };
  let said: boolean | undefined;
  let saidAt = 0;

  function look(): boolean {
    const place = placed();
    if (place === undefined) return true;
    const sees = isInSight(host, { place, gridPx: pace.gridPx });
    if (sees !== said) {
      said = sees;
      saidAt = performance.now();
      onChange(sees);
    }
    return sees;
  }

  lookNowAndThen(look, pace.lookMs, signal);
  return { look, wasTold: () => said === false && performance.now() - saidAt >= tellingMs };
}
