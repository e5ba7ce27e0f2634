import type { Taken } from './taken.ts';
import type { Taught } from './taught.ts';

/** What one process measured; sizes in bytes. */
export type Growth = {
  readonly size: number;
  readonly build: Taken;
  readonly longestSlice: Taken;
  /** By message: its mean processor time, and its quickest by the clock. */
  readonly rankCpuMs: readonly number[];
  readonly rankMs: readonly number[];
  readonly longMessage: Taken;
  readonly changedOne: Taken;
  readonly changedHundred: Taken;
  readonly written: Taken;
  readonly restored: Taken;
  readonly taught: Taught;
  readonly snapshotBytes: number;
  readonly indexBytes: number;
  readonly peakBytes: number;
};
