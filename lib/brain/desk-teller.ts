import type { Desk } from '../protocol/team-calls';

/** Whoever floods the hub makes nobody ask it more often than this. */
const leastMs = 1_000;

/** Passes on that a desk changed: the first time at once, and what comes soon after it as one. */
export function makeDeskTeller(tell: (desk: Desk) => void): (desk: Desk) => void {
  /** By desk whether it changed again while it was waited for. */
  const waiting = new Map<string, boolean>();
  const pass = (desk: Desk, key: string) => {
    waiting.set(key, false);
    tell(desk);
    setTimeout(() => {
      const changedAgain = waiting.get(key);
      waiting.delete(key);
      if (changedAgain) pass(desk, key);
    }, leastMs);
  };
  return (desk) => {
    const key = JSON.stringify(desk);
    if (waiting.has(key)) waiting.set(key, true);
    else pass(desk, key);
  };
}
