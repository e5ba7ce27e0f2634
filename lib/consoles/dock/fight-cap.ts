/**
 * Counts how often a page undid what we did. Past `limit` times within `withinMs`, going on would
 * only take the page's time away from the agent who types in it.
 * @param now a clock in ms
 * @returns whether to put things right this once more
 */
export function fightCap(limit: number, withinMs: number, now: () => number): () => boolean {
  let times: number[] = [];
  let isOver = false;
  return () => {
    const time = now();
    times = [...times.filter((earlier) => time - earlier < withinMs), time];
    isOver ||= times.length > limit;
    return !isOver;
  };
}
