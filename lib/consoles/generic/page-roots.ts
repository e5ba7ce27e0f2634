import { shadowRootOf } from '../shadow-root-of';

/** A tree of the page that selectors cannot see beyond: the page, a frame's, a shadow root. */
export type PageRoot = Document | ShadowRoot;

const mostElements = 20_000;
const mostRoots = 60;

/**
 * The page's own tree, then those of its shadow roots and of its frames of the same origin. Of roots
 * that are closed, those of custom elements only: to ask for one takes time.
 */
export function pageRoots(document: Document): PageRoot[] {
  const roots: PageRoot[] = [document];
  let left = mostElements;
  for (let at = 0; at < roots.length && roots.length < mostRoots; at++) {
    const elements = (roots[at] ?? document).querySelectorAll('*');
    for (let place = 0; place < elements.length && left > 0; place++, left--) {
      const element = elements[place];
      const isCustom = element?.localName.includes('-');
      const inner =
        element &&
        ((isCustom ? shadowRootOf(element) : element.shadowRoot) ?? frameDocument(element));
      if (element && inner) roots.push(inner);
    }
  }
  return roots;
}

/** Undefined for what is no frame, and for a frame of another origin. */
export function frameDocument(element: Element): Document | undefined {
  if (element.localName !== 'iframe') return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}
