import { randomId } from '../base/random-id';

const lifeStart = 'cuecard-life-';
/** Held for as long as one of the pages holds the brain for all. */
export const standInLock = 'cuecard-brain';

/**
 * Takes a lock that only the end of this process gives back, and tells its name; empty where there
 * are no locks. A port says nothing when a worker is killed; a lock does, in every browser.
 */
export function holdLife(): Promise<string> {
  const name = `${lifeStart}${randomId()}`;
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

/** Whether the brain of all pages lives, though it may be too busy to say so. */
export async function isSharedBrainAlive(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  const names = held.map(({ name = '' }) => name);
  return !names.includes(standInLock) && names.some((name) => name.startsWith(lifeStart));
}
