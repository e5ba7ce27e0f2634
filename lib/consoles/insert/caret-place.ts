import type { EditableComposer } from './composer';
import { type Place, readComposer, squeeze } from './read-composer';

type WithSelection = { readonly getSelection?: () => Selection | null };

/** The selection that can see into the composer's shadow tree, if it is in one (Chromium). */
export function selectionIn(element: Element): Selection | null {
  const root = element.getRootNode() as WithSelection;
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}

/** Where the selection ends, when it is inside the element. */
export function caretIn(element: Element): Place | undefined {
  const selection = selectionIn(element);
  if (!selection || selection.rangeCount === 0) return undefined;
  const { endContainer, endOffset } = selection.getRangeAt(0);
  return element.contains(endContainer) ? { node: endContainer, offset: endOffset } : undefined;
}

/** The place after the n-th visible character, not counting white space; else the end. */
export function placeAfter(element: Element, count: number): Place {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const length = text.data.length;
    if (squeeze(readComposer(element, { node, offset: length })).length < count) continue;
    for (let offset = 0; offset <= length; offset++) {
      const before = squeeze(readComposer(element, { node, offset })).length;
      if (before >= count) return { node, offset };
    }
  }
  return endOf(element);
}

/** The last place of the draft, as deep as a caret goes: editors map such places most surely. */
export function endOf(element: Element): Place {
  return edgeOf(element, 'lastChild');
}

export function startOf(element: Element): Place {
  return edgeOf(element, 'firstChild');
}

function edgeOf(element: Element, side: 'firstChild' | 'lastChild'): Place {
  let at: Node = element;
  for (;;) {
    const child: Node | null = at[side];
    if (child === null) break;
    if (isClosed(child)) {
      const before = side === 'lastChild' ? child.previousSibling : null;
      // A break at a block's end only holds the line open: the caret stands before it.
      if (child.nodeName !== 'BR' || before?.nodeType !== 3) {
        const index = [...at.childNodes].indexOf(child as ChildNode);
        const after = side === 'lastChild' && child.nodeName !== 'BR';
        return { node: at, offset: after ? index + 1 : index };
      }
      at = before;
      break;
    }
    at = child;
  }
  if (side === 'firstChild') return { node: at, offset: 0 };
  return { node: at, offset: at.nodeType === 3 ? (at as Text).data.length : at.childNodes.length };
}

/** Nodes that a caret cannot stand in. */
function isClosed(node: Node): boolean {
  if (node.nodeType === 3) return false;
  if (node.nodeType !== 1) return true;
  const element = node as Element;
  return (
    ['BR', 'IMG', 'HR'].includes(element.nodeName.toUpperCase()) ||
    element.getAttribute('contenteditable') === 'false'
  );
}

/** Puts the caret at a place, or selects the whole draft. False when the selection stood so. */
export function select({ element }: EditableComposer, what: Place | 'all'): boolean {
  const from = what === 'all' ? startOf(element) : what;
  const to = what === 'all' ? endOf(element) : what;
  const selection = selectionIn(element);
  if (selection === null || stands(selection, from, to)) return false;
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return true;
}

function stands(selection: Selection, from: Place, to: Place): boolean {
  return (
    selection.anchorNode === from.node &&
    selection.anchorOffset === from.offset &&
    selection.focusNode === to.node &&
    selection.focusOffset === to.offset
  );
}
