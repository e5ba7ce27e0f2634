/** Remembers the last few of something by id. */
export function makeRecent<Value>(most: number) {
  const kept = new Map<string, Value>();
  return {
    get: (id: string) => kept.get(id),
    forget: (id: string) => kept.delete(id),
    add(id: string, value: Value) {
      kept.set(id, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
  };
}
