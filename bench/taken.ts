/** Processor time of the whole process, and how long one waits for it on a busy machine. */
export type Taken = { readonly cpuMs: number; readonly wallMs: number };

export function taken(work: () => void): Taken {
  const before = process.cpuUsage();
  const from = performance.now();
  work();
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1_000, wallMs };
}

/** With the processor time of this thread alone: what others collect and compile keeps no call waiting. */
export function takenHere(work: () => void): Taken {
  const before = process.threadCpuUsage();
  const { wallMs } = taken(work);
  const { user, system } = process.threadCpuUsage(before);
  return { cpuMs: (user + system) / 1_000, wallMs };
}
