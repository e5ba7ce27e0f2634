export type IsVisible = (element: Element) => boolean;

/**
 * Whether the element has a box that is not made invisible. Asks for style only: sizes would force
 * the page to lay itself out in the middle of its own work.
 */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
