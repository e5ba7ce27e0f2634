import type { Recipe } from '../../protocol/recipe';
import { orderOf } from './order-of';

/** A list that rests so near to its newest end draws what is there. */
const slackPx = 30;

/** Whether the list, or what it is in, is scrolled away from its newest end. */
export function isScrolledAway(list: Element, recipe: Recipe): boolean {
  for (let at: Element | null = list; at !== null; at = at.parentElement) {
    const below = at.scrollHeight - at.clientHeight;
    // The page's own end is no end of a list: what stands beside or below it scrolls as well.
    const isScroller = at.parentElement && getComputedStyle(at).overflowY !== 'visible';
    if (below <= slackPx || !isScroller) continue;
    const isNewestFirst = orderOf(list, recipe) === 'newest-first';
    return (isNewestFirst ? Math.abs(at.scrollTop) : below - at.scrollTop) > slackPx;
  }
  return false;
}
