import { lookNowAndThen } from '../look-now-and-then';
import type { FramePlace } from './frame-place';
import { isInSight } from './is-in-sight';

export type SightWatch = {
  /** Looks at once. */
  look(): boolean;
  /** The panel says that it has heard of this. */
  hear(isInSight: boolean): void;
  /**
   * Whether the panel knew that it is covered when it sent what has come in last: it then has had
   * the agent click again. How long the word takes to it hangs on how busy the machine is.
   */
  isCoverKnown(): boolean;
};

const soonMs = 150;

/**
 * Tells whenever the panel goes out of sight or comes back. Chromium's panel sees that by itself
 * (Intersection Observer v2), so there a look now and then is enough until it is covered.
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
  const pace = panelSees ? { lookMs: 2_000, gridPx: 400 } : { lookMs: soonMs, gridPx: 48 };
  let said: boolean | undefined;
  let heard: boolean | undefined;
  let willLook = false;

  function look(): boolean {
    const place = placed();
    if (place === undefined) return true;
    const sees = isInSight(host, { place, gridPx: pace.gridPx });
    // The agent is not to wait for a panel that is free again.
    if (!sees && panelSees && !willLook) {
      willLook = true;
      setTimeout(lookAgain, soonMs);
    }
    if (sees !== said) {
      said = sees;
      onChange(sees);
    }
    return sees;
  }

  function lookAgain(): void {
    willLook = false;
    if (!signal.aborted && !document.hidden) look();
  }

  lookNowAndThen(look, pace.lookMs, signal);
  return {
    look,
    hear(isInSight) {
      heard = isInSight;
    },
    isCoverKnown: () => said === false && heard === false,
  };
}
