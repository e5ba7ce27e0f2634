import { shadowRootOf } from '../shadow-root-of';
import type { IsVisible } from './is-visible';

/** Candidates looked at per selector at most: a page may have thousands. */
const mostCandidates = 200;

/**
 * What each list of a recipe's selectors was found to mean last time. Searching a page walks all
 * of it, so what still fits is not searched for again. Keeps no removed element alive.
 */
export type Found = Map<readonly string[], WeakRef<Element>>;

/**
 * The first visible element of the first selector that has one.
 * @param around the message list: what contains it, or else is in it, goes before anything else
 * @param found filled and asked by those who look again and again
 */
export function findVisible(
  root: ParentNode,
  selectors: readonly string[],
  isVisible: IsVisible,
  around?: Element,
  found?: Found,
): Element | undefined {
  const last = found?.get(selectors)?.deref();
  if (last?.isConnected && last.matches(selectors.map(inner).join()) && isVisible(last))
    return last;
  const element = search(root, selectors, isVisible, around);
  if (element === undefined) found?.delete(selectors);
  else found?.set(selectors, new WeakRef(element));
  return element;
}

function search(
  root: ParentNode,
  selectors: readonly string[],
  isVisible: IsVisible,
  around: Element | undefined,
): Element | undefined {
  for (const path of selectors) {
    const selector = inner(path);
    const near = around?.closest(selector) ?? around?.querySelector(selector);
    if (near) return near;
    const shown = candidatesOf(root, path, isVisible).find(isVisible);
    if (shown) return shown;
  }
  return undefined;
}

/** What a selector matches, as far as it is looked at. */
export const candidatesOf = (root: ParentNode, path: string, isVisible: IsVisible): Element[] =>
  [...(treeOf(path, root, isVisible)?.querySelectorAll(inner(path)) ?? [])].slice(
    0,
    mostCandidates,
  );

/** What a selector matches in the tree that it leads to. */
const inner = (path: string) => path.split(' >>> ').at(-1) ?? path;

/** Follows the hosts of a selector, each into its shadow root or, for a frame, its document. */
function treeOf(path: string, root: ParentNode, isVisible: IsVisible): ParentNode | undefined {
  let tree: ParentNode | undefined = root;
  for (const host of path.split(' >>> ').slice(0, -1)) {
    const element: Element | undefined = tree && search(tree, [host], isVisible, undefined);
    tree =
      (element && shadowRootOf(element)) ??
      (element as HTMLIFrameElement | undefined)?.contentDocument ??
      undefined;
  }
  return tree;
}
