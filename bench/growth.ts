/** Processor time of the whole process, and how long one waits for it on a busy machine. */
export type Taken = { readonly cpuMs: number; readonly wallMs: number };

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
  readonly snapshotBytes: number;
  readonly indexBytes: number;
  readonly peakBytes: number;
};
