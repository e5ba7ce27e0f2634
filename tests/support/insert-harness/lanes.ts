/** Hands out a few things, one at a time each, to however many who wait for one. */
export function lanesOf<Lane>(lanes: readonly Lane[]) {
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  return async function inLane<Result>(work: (lane: Lane) => Promise<Result>): Promise<Result> {
    const lane = free.pop() ?? (await new Promise<Lane>((take) => waiting.push(take)));
    try {
      return await work(lane);
    } finally {
      const next = waiting.shift();
      if (next) next(lane);
      else free.push(lane);
    }
  };
}
