import { useEffect, useRef } from 'react';

/** Does something now, whenever `key` changes, and again and again while the page is in sight. */
export function usePolled(work: () => void, everyMs: number, key: unknown): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when to begin again
  useEffect(() => {
    latest.current();
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, key]);
}
