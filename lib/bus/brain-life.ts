import { randomId } from '../base/random-id';

/**
 * Takes a lock that only the end of this process gives back, and tells its name; empty where there
 * are no locks. A port says nothing when a worker is killed; a lock does, in every browser.
 */
export function holdLife(): Promise<string> {
  const name = `cuecard-life-${randomId()}`;
  return new Promise((resolve) => {
    if (navigator.locks === undefined) return resolve('');
    navigator.locks
      .request(name, () => {
        resolve(name);
        return new Promise<never>(() => {});
      })
      .catch(() => resolve(''));
  });
}

/** Calls back when the process that holds this life has ended. */
export function whenEnded(life: string, listener: () => void): void {
  if (life === '') return;
  navigator.locks.request(life, { mode: 'shared' }, listener).catch(() => {});
}
