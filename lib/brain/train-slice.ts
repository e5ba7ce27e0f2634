import type { Engine } from '../engine/engine';

/** How long a call may have to wait for a slice of training, and how often a slice looks at the clock. */
const sliceMs = 12;
const stepsPerLook = 50_000;

/** Trains for a slice; true when nothing is left to do. */
export function trainSlice(engine: Pick<Engine, 'train'>): boolean {
  const until = performance.now() + sliceMs;
  let isTrained = false;
  while (!isTrained && performance.now() < until) isTrained = engine.train(stepsPerLook);
  return isTrained;
}
