import { type RefObject, use, useEffect, useRef } from 'react';
import { PanelContext } from './panel-context';

/** Tells the store whether the pointer is over an element or the focus in it. */
export function useCardHand<Cards extends HTMLElement>(): RefObject<Cards | null> {
  const hand = use(PanelContext)?.hand;
  const cards = useRef<Cards>(null);
  useEffect(() => {
    const element = cards.current;
    if (element === null || hand === undefined) return;
    const stop = hand.watch(
      () =>
        element.matches(':hover') ||
        // While another frame has the focus, the element that had it here is still the active one.
        (document.hasFocus() && element.contains(document.activeElement)),
    );
    const moved = () => hand.moved();
    element.addEventListener('pointermove', moved, { passive: true });
    element.addEventListener('keydown', moved);
    return () => {
      stop();
      element.removeEventListener('pointermove', moved);
      element.removeEventListener('keydown', moved);
    };
  }, [hand]);
  return cards;
}
