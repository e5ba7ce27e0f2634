import type { Store } from '../store/store';

const dayMs = 24 * 60 * 60 * 1000;
/** For how long the words of customers and agents are kept with what happened. */
export const textKeptMs = 30 * dayMs;

type Parts = {
  readonly store: Pick<Store, 'forgetText'>;
  /** ms since 1970. */
  readonly now: () => number;
  /** Called when texts may be gone. */
  readonly onForgotten?: () => Promise<void>;
};

/**
 * Gives back what forgets the texts that are too old, if that was not done within the last day.
 * It goes by calls, not by a timer: a worker that sleeps hears none. A failure is tried again at
 * the next call and never held against the caller.
 */
export function makeTextRetention({ store, now, onForgotten }: Parts): () => Promise<void> {
  let lastAt: number | undefined;
  return async () => {
    const at = now();
    if (lastAt !== undefined && at >= lastAt && at - lastAt < dayMs) return;
    const earlier = lastAt;
    lastAt = at;
    try {
      await store.forgetText(at - textKeptMs);
      await onForgotten?.();
    } catch {
      lastAt = earlier;
    }
  };
}
