import { attr, className, finder, idName } from '@medv/finder';
import { hostOf, isState, pathTo, selectorFor } from '../generic/selector-for';

const limits = { timeoutMs: 300, maxNumberOfPathChecks: 2_000 };
const lastingAttribute = /^(data-(test|qa|cy|name|role|area|region)|role$|name$)/;
const longestSelector = 400;

/**
 * Selectors of an element that other conversations of the console will have too, the likeliest to
 * last first. One that goes by place is behind one that goes by names.
 */
export function stableSelectors(element: Element): string[] {
  const host = hostOf(element);
  const before = host === undefined ? '' : `${pathTo(host)} >>> `;
  const found = findSelector(element);
  const own = selectorFor(element);
  const selectors = found === undefined ? [own] : [found, own];
  return [...new Set(selectors)]
    .sort((one, other) => fragility(one) - fragility(other))
    .map((selector) => before + selector)
    .filter((selector) => selector.length <= longestSelector);
}

/** Names last longest, kinds of element less, places least. */
const fragility = (selector: string) =>
  /:nth-/.test(selector) ? 2 : /[.#[]/.test(selector) ? 0 : 1;

function findSelector(element: Element): string | undefined {
  try {
    return finder(element, {
      ...limits,
      // Typed as an element; a document and a shadow root are taken as well.
      root: element.getRootNode() as unknown as Element,
      idName: (name) => idName(name) && !isState(name),
      className: (name) => className(name) && !isState(name),
      attr: (name, value) => lastingAttribute.test(name) && attr(name, value),
    });
  } catch {
    // It gives up on a page where nothing but places tells the element from others.
    return undefined;
  }
}
