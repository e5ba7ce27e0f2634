import type { Engine } from '../engine/engine';
import type { PreparingWhy } from '../protocol/brain-calls';
import type { IndexReport } from './kept-index';

/** Whether and why the ranking is still in the making, so that cards are only rough. */
export type Preparing = {
  readonly why: PreparingWhy;
  /** Looks again, and tells when it has begun or is over. */
  look(): void;
};

/**
 * @param small up to so many entries are trained before the first answer, and not worth a word
 * @param kept what became of the index: one that was damaged is told of, whatever its size
 */
export function makePreparing(
  engine: Pick<Engine, 'size' | 'isReady'>,
  small: number,
  kept: IndexReport,
  tell: (why: PreparingWhy) => void,
): Preparing {
  let why: PreparingWhy = 'no';
  let isDamaged = kept.outcome === 'refused' && kept.why === 'damaged' && engine.size > 0;

  function now(): PreparingWhy {
    if (engine.isReady || engine.size === 0) return 'no';
    if (isDamaged) return 'damaged';
    return engine.size > small ? 'new' : 'no';
  }

  return {
    get why() {
      return why;
    },
    look() {
      const before = why;
      why = now();
      if (why === before) return;
      // Made anew once; what changes later is no more than new.
      if (why === 'no') isDamaged = false;
      tell(why);
    },
  };
}
