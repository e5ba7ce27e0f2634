import { useEffect, useRef } from 'react';

/**
 * Does something now, with each other key, whenever the person comes back to the page, and again and
 * again while it is in sight. There are always as many keys.
 */
export function usePolled(work: () => void, everyMs: number, ...keys: readonly unknown[]): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    const look = () => {
      if (!document.hidden) latest.current();
    };
    latest.current();
    const timer = setInterval(look, everyMs);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs, ...keys]);
}
