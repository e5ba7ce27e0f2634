/** What one search may still do, in steps of about the same length; never by the clock. */
export type FindWork = { left: number };

/** Some 10 ms; after it, what has been ranked so far is the answer. */
const mostSteps = 300_000;

export const makeFindWork = (steps: number = mostSteps): FindWork => ({ left: steps });

/** Whether there was still something left to spend. */
export function spend(work: FindWork, steps: number): boolean {
  if (work.left <= 0) return false;
  work.left -= steps;
  return true;
}
