import { useEffect } from 'react';
import { plainSightMs } from '../../lib/faces/cover-guard';
import type { PanelStore } from '../../lib/faces/panel-store';

/** What Intersection Observer v2 adds; Chromium only, and not yet in TypeScript's own types. */
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };
type VisibilityOptions = IntersectionObserverInit & {
  readonly trackVisibility: boolean;
  readonly delay: number;
};

/**
 * Tells the store whether the whole panel is in plain sight: nothing over it, and no opacity,
 * filter or transform on anything around it, also not in the page outside of our frame.
 */
export function useCoverWatch(store: PanelStore): void {
  useEffect(() => {
    const page = document.documentElement;
    if (store.getState().surface !== 'docked') {
      // No web page can put anything over a page of the browser's own.
      page.dataset.sight = 'plain';
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const options: VisibilityOptions = {
      trackVisibility: true,
      delay: 100,
      threshold: [0, 0.5, 0.99],
    };
    const stopShowing = store.coverGuard.watch((isInSight) => {
      if (isInSight && page.dataset.sight !== 'covered' && page.dataset.sight !== undefined) return;
      clearTimeout(timer);
      page.dataset.sight = isInSight ? 'soon' : 'covered';
      if (!isInSight) return;
      timer = setTimeout(() => {
        page.dataset.sight = 'plain';
      }, plainSightMs);
    });
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1) as VisibilityEntry | undefined;
      // Firefox does not look for what lies over a frame; there the console script does.
      if (entry?.isVisible === undefined) return;
      // A clipped frame counts as visible as far as it goes.
      store.coverGuard.report('panel', entry.isVisible && entry.intersectionRatio >= 0.99);
    }, options);
    observer.observe(document.body);
    return () => {
      clearTimeout(timer);
      stopShowing();
      observer.disconnect();
    };
  }, [store]);
}
