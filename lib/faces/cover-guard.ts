/** How long the panel must have been in plain sight before a click or key counts at once. */
export const plainSightMs = 500;
/** A second wish this soon after the first is what the agent was asked for. */
const againWithinMs = 10_000;

/** Who looks: the panel's own page (Chromium), and the console script beside it. */
export type SightSource = 'panel' | 'console';

export type CoverGuard = {
  /** What was last seen of the whole panel: false while anything is over it. */
  report(source: SightSource, isInSight: boolean): void;
  /**
   * Whether a wish to insert may go out now. False once, when a page may have hidden what the agent
   * clicked on; true for the next wish after a moment, because browsers err on the safe side and
   * an agent must never be locked out.
   */
  mayAct(): boolean;
  /** Tells after each report whether all agree that the panel is in sight. */
  watch(listener: (isInSight: boolean) => void): () => void;
};

/** @param now a clock in ms */
export function makeCoverGuard(now: () => number): CoverGuard {
  // Until somebody reports nothing is known to be wrong.
  let inSightSince: number | undefined = Number.NEGATIVE_INFINITY;
  let warnedAt = Number.NEGATIVE_INFINITY;
  const coveredFor = new Set<SightSource>();
  const listeners = new Set<(isInSight: boolean) => void>();

  const isPlain = (time: number) =>
    inSightSince !== undefined && time - inSightSince >= plainSightMs;

  function note(isInSight: boolean): void {
    if (isInSight) {
      inSightSince ??= now();
      return;
    }
    // Covered anew: a page that flickers must not turn an old warning into a leave.
    if (isPlain(now())) warnedAt = Number.NEGATIVE_INFINITY;
    inSightSince = undefined;
  }

  return {
    report(source, isInSight) {
      if (isInSight) coveredFor.delete(source);
      else coveredFor.add(source);
      note(coveredFor.size === 0);
      for (const listener of listeners) listener(coveredFor.size === 0);
    },
    mayAct() {
      const time = now();
      if (isPlain(time)) return true;
      const sinceWarning = time - warnedAt;
      if (sinceWarning >= plainSightMs && sinceWarning <= againWithinMs) {
        warnedAt = Number.NEGATIVE_INFINITY;
        return true;
      }
      warnedAt = time;
      return false;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
