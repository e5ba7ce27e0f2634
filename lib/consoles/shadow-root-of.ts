/** Chromium gives content scripts a function for it, Firefox a property of the element. */
type ChromiumDom = {
  readonly openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null;
};
type FirefoxElement = { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * An element's shadow root, a closed one too: browsers give content scripts a way to it that pages
 * have not. In a page's own world, and in tests without a browser, open ones alone.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  const inner = (element as FirefoxElement).openOrClosedShadowRoot;
  if (inner !== undefined) return inner;
  const { chrome } = globalThis as { readonly chrome?: { readonly dom?: ChromiumDom } };
  // Only HTML elements have one, and Chromium throws when asked about any other.
  if (!('contentEditable' in element)) return null;
  return chrome?.dom?.openOrClosedShadowRoot?.(element as HTMLElement) ?? null;
}
