import { shadowRootOf } from '../shadow-root-of';
import { type EditorFamily, editorFamilyOf } from './editor-family';

/** A text field: its text is its value. */
export type FieldComposer = {
  readonly kind: 'field';
  readonly element: HTMLTextAreaElement | HTMLInputElement;
  readonly document: Document;
};

/** An editing host: an editable element, possibly the body of a frame or inside a shadow root. */
export type EditableComposer = {
  readonly kind: 'editable';
  readonly element: HTMLElement;
  readonly document: Document;
  readonly family: EditorFamily;
};

export type Composer = FieldComposer | EditableComposer;

const textInputs = new Set(['text', 'search', 'email', 'tel', 'url']);
const editableSelector = '[contenteditable]:not([contenteditable="false" i])';

/**
 * What can be written into at a found element: the element itself, the editing host around it, the
 * body of the frame that it is, or the first of these inside it. Undefined when there is none, or
 * when it is disabled. Elements of a frame belong to other classes: names are compared, not classes.
 */
export function composerAt(element: Element): Composer | undefined {
  const found = fieldAt(element) ?? editableAt(element);
  if (found !== undefined) return found;
  const root = shadowRootOf(element) ?? element;
  for (const selector of [editableSelector, 'iframe', 'textarea']) {
    for (const inner of root.querySelectorAll(selector)) {
      const composer = fieldAt(inner) ?? editableAt(inner);
      if (composer !== undefined) return composer;
    }
  }
  return undefined;
}

function fieldAt(element: Element): FieldComposer | undefined {
  if (element.localName !== 'textarea' && element.localName !== 'input') return undefined;
  const field = element as HTMLTextAreaElement | HTMLInputElement;
  if (field.disabled || field.readOnly) return undefined;
  if (field.localName === 'input' && !textInputs.has(field.type)) return undefined;
  return { kind: 'field', element: field, document: field.ownerDocument };
}

function editableAt(element: Element): EditableComposer | undefined {
  if (element.localName === 'iframe') return frameBody(element as HTMLIFrameElement);
  const host = editingHostOf(element);
  if (host === undefined) return undefined;
  return editable(host);
}

function frameBody(frame: HTMLIFrameElement): EditableComposer | undefined {
  const body = readDocument(frame)?.body;
  if (!body) return undefined;
  const isEditable = body.matches(editableSelector) || body.ownerDocument.designMode === 'on';
  return isEditable ? editable(body) : undefined;
}

/** The document of a frame, where the page's origin may see it. */
function readDocument(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

function editable(element: HTMLElement): EditableComposer {
  const family = editorFamilyOf(element);
  return { kind: 'editable', element, document: element.ownerDocument, family };
}

/** The outermost editable element around a node, within its document or shadow tree. */
export function editingHostOf(node: Node): HTMLElement | undefined {
  const start = node.nodeType === 1 ? (node as Element) : node.parentElement;
  let host: Element | undefined;
  for (let at = start?.closest('[contenteditable]'); at; at = next(at)) {
    if (!at.matches(editableSelector)) break;
    host = at;
  }
  if (host !== undefined) return host as HTMLElement;
  const body = node.ownerDocument?.body;
  return body && node.ownerDocument?.designMode === 'on' && body.contains(node) ? body : undefined;
}

const next = (element: Element) => element.parentElement?.closest('[contenteditable]');

/**
 * Whether the composer holds the focus within its own document and, for one in a frame, within the
 * page around it. True as well while another window, such as the side panel, has the focus.
 */
export function hasFocus({ element, document }: Composer): boolean {
  const active = activeBeside(element);
  if (active === null || !(active === element || element.contains(active))) return false;
  const frame = document.defaultView?.frameElement;
  return !frame || activeBeside(frame) === frame;
}

function activeBeside(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}
