/** Elements looked at in one reading at most, so that no page can make it long. */
const mostVisited = 1_000;

/**
 * The rows of a list from its newest end, without looking at the others: cost does not grow with
 * the list's length. A row within a row is part of the outer one.
 */
export function* walkRows(
  list: Element,
  rowSelector: string,
  order: 'oldest-first' | 'newest-first',
): Generator<Element, void, undefined> {
  const fromEnd = order === 'oldest-first';
  const start = (parent: Element) => (fromEnd ? parent.lastElementChild : parent.firstElementChild);
  const next = (element: Element) =>
    fromEnd ? element.previousElementSibling : element.nextElementSibling;

  let element = start(list);
  for (let visited = 0; element !== null && visited < mostVisited; visited++) {
    const isRow = element.matches(rowSelector);
    if (isRow) yield element;
    let following: Element | null = isRow ? null : start(element);
    let parent: Element = element;
    while (following === null) {
      following = next(parent);
      if (following !== null) break;
      const above: Element | null = parent.parentElement;
      if (above === null || above === list) return;
      parent = above;
    }
    element = following;
  }
}
