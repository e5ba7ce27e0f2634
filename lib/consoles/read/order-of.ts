import type { Recipe } from '../../protocol/recipe';
import { readTime } from './read-row';
import { walkRows } from './walk-rows';

type Order = 'oldest-first' | 'newest-first';

/** Rows asked for their time at each end: lines of the console's own often show none. */
const mostAsked = 5;

/** The order in which the list stands now. Oldest first, where nothing tells. */
export function orderOf(list: Element, recipe: Recipe): Order {
  if (recipe.order !== 'by-time') return recipe.order;
  const top = timeAt(list, recipe, 'newest-first');
  const bottom = timeAt(list, recipe, 'oldest-first');
  return top !== undefined && bottom !== undefined && top > bottom
    ? 'newest-first'
    : 'oldest-first';
}

/** @param from the order in which the wanted end would come first */
function timeAt(list: Element, recipe: Recipe, from: Order): number | undefined {
  let asked = 0;
  for (const row of walkRows(list, recipe.row, from)) {
    const at = readTime(row, recipe);
    asked++;
    if (at !== undefined || asked === mostAsked) return at;
  }
  return undefined;
}
