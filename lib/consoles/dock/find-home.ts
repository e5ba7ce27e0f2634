/**
 * Where in the page the panel can be used: in the modal dialog or the part in full screen that came
 * up last, since all outside of it takes no clicks, or else in the page itself.
 */
export type HomeFinder = {
  /** @param isNews whether a dialog may have come up: then the whole page is searched for it */
  find(isNews: boolean): Element;
  /** Asks what the page shows in the panel's place: the only way to a dialog in a shadow root. */
  lookBehind(host: HTMLElement): void;
};

export function makeHomeFinder(document: Document): HomeFinder {
  /** In the order in which they came up: a page does not tell which is on top. */
  let layers: Element[] = [];

  const isUp = (element: Element) =>
    element.isConnected &&
    (element.matches('dialog:modal') || element === fullscreenPart(document));
  const add = (elements: Iterable<Element>) => {
    layers = [...new Set([...layers, ...elements])].filter(isUp);
  };

  return {
    find(isNews) {
      const full = fullscreenPart(document);
      add([...(full ? [full] : []), ...(isNews ? document.getElementsByTagName('dialog') : [])]);
      return layers.at(-1) ?? document.documentElement;
    },
    lookBehind(host) {
      const { x, y, width, height } = host.getBoundingClientRect();
      const seen = deepestAt(document, x + width / 2, y + height / 2);
      if (seen === undefined || seen === host) return;
      const dialog = flatAncestors(seen).find(isUp);
      if (dialog !== undefined) add([dialog]);
    },
  };
}

/** What is in full screen, unless that is the page itself, or a film or picture to be looked at. */
function fullscreenPart(document: Document): Element | undefined {
  let found = document.fullscreenElement;
  while (found?.shadowRoot?.fullscreenElement) found = found.shadowRoot.fullscreenElement;
  if (found === null || found === document.documentElement) return undefined;
  return found.matches('video, audio, img, canvas, iframe, object, embed, svg') ? undefined : found;
}

function deepestAt(document: Document, x: number, y: number): Element | undefined {
  let found = document.elementFromPoint(x, y) ?? undefined;
  for (;;) {
    const inner = found?.shadowRoot?.elementFromPoint(x, y) ?? undefined;
    if (inner === undefined || inner === found) return found;
    found = inner;
  }
}

/** With what is shown around an element, slots and shadow hosts too, from the inside out. */
function flatAncestors(element: Element): Element[] {
  const around: Element[] = [];
  for (let node: Node | null = element; node !== null; ) {
    if (node instanceof Element) around.push(node);
    node =
      (node instanceof Element ? node.assignedSlot : null) ??
      node.parentNode ??
      (node instanceof ShadowRoot ? node.host : null);
  }
  return around;
}
