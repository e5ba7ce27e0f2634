import { isVisible } from '../read/is-visible';

const mostLevels = 12;
const mostMatches = 200;

/** As `selectorFor`, with the hosts and frames on the way to the element's tree. */
export function pathTo(element: Element): string {
  const selector = selectorFor(element);
  const host = hostOf(element);
  return host ? `${pathTo(host)} >>> ${selector}` : selector;
}

/** The host of the element's shadow tree, or the frame that holds its document. */
export function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode() as Partial<ShadowRoot>;
  return root.host ?? element.ownerDocument.defaultView?.frameElement ?? undefined;
}

/**
 * A selector of which this is the only visible match in its tree, made of names that other
 * conversations of the console will have too: nothing with digits. By place where names do not do.
 */
export function selectorFor(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  return climb(element, root, nameOf) ?? climb(element, root, placeOf) ?? nameOf(element);
}

function climb(
  element: Element,
  root: ParentNode,
  describe: (element: Element) => string,
): string | undefined {
  let selector = '';
  let at: Element | null = element;
  for (let level = 0; at !== null && level < mostLevels; level++, at = at.parentElement) {
    selector = selector === '' ? describe(at) : `${describe(at)} > ${selector}`;
    if (selector.length > 380) return undefined;
    if (isOnly(selector, element, root)) return selector;
  }
  return undefined;
}

function isOnly(selector: string, element: Element, root: ParentNode): boolean {
  const matches = root.querySelectorAll(selector);
  if (matches.length > mostMatches) return false;
  return [...matches].every((match) => match === element || !isVisible(match));
}

function nameOf(element: Element): string {
  for (const attribute of ['data-testid', 'data-test', 'data-test-id', 'data-qa']) {
    const value = element.getAttribute(attribute);
    if (value && isLasting(value)) return `[${attribute}="${CSS.escape(value)}"]`;
  }
  if (isLasting(element.id)) return `#${CSS.escape(element.id)}`;
  return (
    element.localName +
    classTokens(element)
      .map((token) => `.${CSS.escape(token)}`)
      .join('')
  );
}

function classTokens(element: Element): string[] {
  return [...element.classList].filter((token) => isLasting(token) && !isState(token)).slice(0, 3);
}

export const isLasting = (name: string) => name !== '' && name.length < 60 && !/\d{2}/.test(name);
export const isState = (name: string) =>
  /active|select|focus|open|hover|hidden|unread|:/i.test(name);

function placeOf(element: Element): string {
  let place = 1;
  for (let at = element.previousElementSibling; at !== null; at = at.previousElementSibling) {
    if (at.localName === element.localName) place++;
  }
  // Without a parent in its tree: the top of a shadow tree has no name of its own.
  const top = element.parentElement === null ? ':not(* *)' : '';
  return `${element.localName}:nth-of-type(${place})${top}`;
}
