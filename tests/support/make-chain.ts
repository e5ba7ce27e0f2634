import { it } from 'vitest';

type Work = () => Promise<unknown>;

/**
 * For steps that each go on where the one before ended. One that is tried again, or comes after a
 * failure, begins anew and does first what those before it do.
 * @param begin also ends what was begun before
 * @param isBegun the first step finds it done
 */
export function makeSteps(begin: Work, isBegun = false): (work: Work) => Work {
  const works: Work[] = [];
  /** How many are done in what is open; undefined where nobody knows. */
  let done = isBegun ? 0 : undefined;
  return (work) => {
    const place = works.push(work) - 1;
    return async () => {
      if (done !== place) {
        done = undefined;
        await begin();
        for (const before of works.slice(0, place)) await before();
      }
      done = undefined;
      await work();
      done = place + 1;
    };
  };
}

/** `it` for tests that are such steps. */
export function makeChain(begin: Work): (name: string, work: Work) => void {
  const step = makeSteps(begin);
  return (name, work) => it(name, { timeout: 240_000 }, step(work));
}
