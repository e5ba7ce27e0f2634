import type { Recipe } from '../../protocol/recipe';
import type { RowCache } from './read-messages';

const attributesOfSight = ['class', 'hidden', 'style', 'aria-hidden'];
const attributeInSelector = /\[\s*([\w-]+)/g;

export type RowEars = {
  /** What is known of this list's rows: nothing at first, and from then on all that stays as it is. */
  listen(list: Element): RowCache;
  stop(): void;
};

/**
 * Watches the rows of one message list at a time. Those that change are struck out of the cache at
 * once; no record and no removed node is kept.
 */
export function makeRowEars(recipe: Recipe, onRows: () => void): RowEars {
  const attributeFilter = rowAttributes(recipe);
  let cache: RowCache | undefined;
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      // The row that contains the node is the nearest one that was read, and those around it.
      for (let at: Node | null = target; at !== null; at = at.parentNode) {
        cache?.delete(at as Element);
      }
    }
    onRows();
  });
  return {
    listen(list) {
      if (cache !== undefined) return cache;
      observer.observe(list, {
        childList: true,
        subtree: true,
        characterData: true,
        attributeFilter,
      });
      cache = new WeakMap();
      return cache;
    },
    stop() {
      observer.disconnect();
      cache = undefined;
    },
  };
}

/**
 * Watches, of what is around the rows, only the elements that contain them: these tell when the list
 * is replaced or hidden.
 * @returns a function that stops watching
 */
export function observeSurroundings(
  list: Element,
  recipe: Recipe,
  onSurroundings: () => void,
): () => void {
  const surroundings = new MutationObserver(onSurroundings);
  const attributeFilter = [...attributesOfSight, ...keyAttributes(recipe)];
  surroundings.observe(list, { attributeFilter });
  for (let above = list.parentElement; above !== null; above = above.parentElement) {
    surroundings.observe(above, { childList: true, attributeFilter });
  }
  return () => surroundings.disconnect();
}

/** The attributes by which the recipe tells rows apart; nothing else is worth waking up for. */
function rowAttributes(recipe: Recipe): string[] {
  const { row, rowId, text, time, roles, kinds } = recipe;
  const selectors = [row, rowId?.in, text, time?.selectors, Object.values(roles), kinds];
  const named = [...JSON.stringify(selectors).matchAll(attributeInSelector)].map(
    (match) => match[1] ?? '',
  );
  const read = [rowId?.attribute, time?.attribute].filter((name) => name !== undefined);
  return [...new Set(['class', 'id', 'hidden', 'aria-hidden', 'alt', ...named, ...read])].filter(
    Boolean,
  );
}

function keyAttributes({ conversationId }: Recipe): string[] {
  return conversationId.from === 'attribute' ? [conversationId.attribute] : [];
}
