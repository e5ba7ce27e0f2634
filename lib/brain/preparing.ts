import type { Engine } from '../engine/engine';

/** Whether the ranking of a large base is still in the making, so that cards are only rough. */
export type Preparing = {
  readonly isPreparing: boolean;
  /** Looks again, and tells when it has begun or is over. */
  look(): void;
};

/** @param small up to so many entries are trained before the first answer, and not worth a word */
export function makePreparing(
  engine: Pick<Engine, 'size' | 'isReady'>,
  small: number,
  tell: (preparing: boolean) => void,
): Preparing {
  let isPreparing = false;
  return {
    get isPreparing() {
      return isPreparing;
    },
    look() {
      const now = engine.size > small && !engine.isReady;
      if (now === isPreparing) return;
      isPreparing = now;
      tell(now);
    },
  };
}
