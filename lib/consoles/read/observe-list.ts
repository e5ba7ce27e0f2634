import type { Recipe } from '../../protocol/recipe';
import type { RowCache } from './read-messages';

const attributesOfSight = ['class', 'hidden', 'style', 'aria-hidden'];
const attributeInSelector = /\[\s*([\w-]+)/g;

/**
 * Watches the message list, and of the rest of the page only the elements that contain it: these
 * tell when the list is replaced or hidden. Rows that change are struck out of the cache at once;
 * no record and no removed node is kept.
 * @returns a function that stops watching
 */
export function observeList(
  list: Element,
  recipe: Recipe,
  cache: RowCache,
  onRows: () => void,
  onSurroundings: () => void,
): () => void {
  const rows = new MutationObserver((records) => {
    for (const record of records) {
      if (record.target !== list) forgetRow(record.target, list, cache);
    }
    onRows();
  });
  rows.observe(list, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: rowAttributes(recipe),
  });

  const surroundings = new MutationObserver(onSurroundings);
  const attributeFilter = [...attributesOfSight, ...keyAttributes(recipe)];
  surroundings.observe(list, { attributes: true, attributeFilter });
  for (let above = list.parentElement; above !== null; above = above.parentElement) {
    surroundings.observe(above, { childList: true, attributes: true, attributeFilter });
  }

  return () => {
    rows.disconnect();
    surroundings.disconnect();
  };
}

/** The row that contains the node is the nearest one that was read, and those around it. */
function forgetRow(node: Node, list: Element, cache: RowCache): void {
  for (let at: Node | null = node; at !== null && at !== list; at = at.parentNode) {
    cache.delete(at as Element);
  }
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
