import { useEffect, useRef } from 'react';

type Listen = (listener: () => void) => () => void;

/**
 * Does something whenever it is heard that something changed while the page is in sight; who comes
 * back to the page asks anyway.
 * @param listen the same function for as long as the same is listened to; nothing is without it
 */
export function useHeard(listen: Listen | undefined, work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(
    () =>
      listen?.(() => {
        if (!document.hidden) latest.current();
      }),
    [listen],
  );
}
