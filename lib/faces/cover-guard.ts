/** How long the panel must have been in plain sight before a click or key counts at once. */
export const plainSightMs = 500;
/** A second wish this soon after the first is what the agent was asked for. */
const againWithinMs = 10_000;

export type CoverGuard = {
  /** What the browser last saw of the whole panel: false while anything is over it. */
  report(isInSight: boolean): void;
  /**
   * Whether a wish to insert may go out now. False once, when a page may have hidden what the agent
   * clicked on; true for the next wish after a moment, because browsers err on the safe side and
   * an agent must never be locked out.
   */
  mayAct(): boolean;
};

/** @param now a clock in ms */
export function makeCoverGuard(now: () => number): CoverGuard {
  // Until the browser reports (Firefox never does) nothing is known to be wrong.
  let inSightSince: number | undefined = Number.NEGATIVE_INFINITY;
  let warnedAt = Number.NEGATIVE_INFINITY;

  const isPlain = (time: number) =>
    inSightSince !== undefined && time - inSightSince >= plainSightMs;

  return {
    report(isInSight) {
      if (isInSight) {
        inSightSince ??= now();
        return;
      }
      // Covered anew: a page that flickers must not turn an old warning into a leave.
      if (isPlain(now())) warnedAt = Number.NEGATIVE_INFINITY;
      inSightSince = undefined;
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
  };
}
