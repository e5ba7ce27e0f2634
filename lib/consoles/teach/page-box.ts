export type PageBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Where an element, or what of it is not scrolled out of sight, stands in the page's own window. */
export function pageBox(element: Element): PageBox | undefined {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight + 1 && at.scrollWidth <= at.clientWidth + 1) continue;
    if (at === element.ownerDocument.documentElement || at === element.ownerDocument.body) continue;
    const frame = at.getBoundingClientRect();
    left = Math.max(left, frame.left);
    top = Math.max(top, frame.top);
    right = Math.min(right, frame.right);
    bottom = Math.min(bottom, frame.bottom);
  }
  const view = element.ownerDocument.defaultView;
  const around = view?.frameElement;
  const outer = around?.getBoundingClientRect();
  left += outer?.left ?? 0;
  right += outer?.left ?? 0;
  top += outer?.top ?? 0;
  bottom += outer?.top ?? 0;
  if (right - left < 2 || bottom - top < 2) return undefined;
  return { left, top, width: right - left, height: bottom - top };
}

/** The innermost element at a point of the window: through open shadow roots and same-origin frames. */
export function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | undefined {
  const element = root.elementFromPoint(x, y);
  if (element === null) return undefined;
  if (element.shadowRoot !== null) return elementAt(element.shadowRoot, x, y) ?? element;
  if (element.localName !== 'iframe') return element;
  const inner = documentOf(element as HTMLIFrameElement);
  const { left, top } = element.getBoundingClientRect();
  return (inner && elementAt(inner, x - left, y - top)) ?? element;
}

function documentOf(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}
