import { useEffect, useRef } from 'react';

type Listen = (listener: () => void) => () => void;

/**
 * Does something whenever it is heard that something changed while the page is in sight; who comes
 * back to the page asks anyway. Listens anew with each other key, and not at all without `listen`.
 */
export function useHeard(listen: Listen | undefined, work: () => void, key?: unknown): void {
  const latest = useRef({ listen, work });
  useEffect(() => {
    latest.current = { listen, work };
  });
  const isAsked = listen !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `listen` is another function each time
  useEffect(() => {
    if (!isAsked) return undefined;
    return latest.current.listen?.(() => {
      if (!document.hidden) latest.current.work();
    });
  }, [isAsked, key]);
}
