import { isVisible } from '../read/is-visible';

const fields = 'textarea, input:not([type]), input[type=text]';
const mostLevels = 3;
/** A reply box with its buttons is no higher than this; a conversation is. */
const highestPx = 320;

/** The reply box that was pointed at: it, what it is in, or the only one in what was clicked. */
export function composerNear(element: Element): Element | undefined {
  const host = editingHost(element);
  if (host !== undefined) {
    const { body, defaultView } = host.ownerDocument;
    // An editor of a frame is named by its frame, whose body the writer then writes into.
    return host === body || host.contains(body) ? (defaultView?.frameElement ?? host) : host;
  }
  if (element.localName === 'iframe') return element;
  const field = element.closest(fields);
  if (field !== null) return field;
  let at: Element | null = element;
  for (let level = 0; at !== null && level < mostLevels; level++, at = at.parentElement) {
    if (at.getBoundingClientRect().height > highestPx) return undefined;
    const found = [...at.querySelectorAll(`${fields}, [contenteditable]`)].filter(isVisible);
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

function editingHost(element: Element): Element | undefined {
  if (element.ownerDocument.designMode === 'on') return element.ownerDocument.body;
  return element.closest('[contenteditable]:not([contenteditable=false])') ?? undefined;
}
