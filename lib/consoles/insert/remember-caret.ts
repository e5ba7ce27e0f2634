import { shadowRootOf } from '../shadow-root-of';
import { caretIn, placeAfter, selectionIn } from './caret-place';
import { type Composer, editingHostOf } from './composer';
import { type Place, readComposer, squeeze } from './read-composer';

type Memory = { readonly place: Place; readonly lettersBefore: number };

export type CaretMemory = {
  /**
   * Where the caret is, or last was, in an editable composer; undefined when it never was there.
   * After a re-render the place is found again by the number of letters before it.
   */
  placeIn(element: Element): Place | undefined;
  /** Whether a field has had the caret, so that its own selection means something. */
  hasSeen(field: Element): boolean;
  /** How many ms ago the person last typed in an editor of the page. */
  sinceTyped(): number;
  /** Also remembers carets of a frame's document. Frames that get the focus are found unasked. */
  watch(inner: Document): void;
};

/**
 * Remembers the last caret of every editable element and field, because clicking in the panel or
 * selecting a customer's words takes the selection away from the reply box.
 */
export function rememberCaret(page: Document, signal: AbortSignal): CaretMemory {
  const carets = new WeakMap<Element, Memory>();
  const fields = new WeakSet<Element>();
  const watched = new WeakSet<Document>();
  let typedAt = Number.NEGATIVE_INFINITY;

  function note(document: Document): void {
    const active = deepActive(document);
    if (active?.localName === 'textarea' || active?.localName === 'input') fields.add(active);
    const node = active ? selectionIn(active)?.focusNode : document.getSelection()?.focusNode;
    const host = node ? editingHostOf(node) : undefined;
    const place = host ? caretIn(host) : undefined;
    if (host === undefined || place === undefined) return;
    carets.set(host, { place, lettersBefore: squeeze(readComposer(host, place)).length });
  }

  function watch(document: Document): void {
    if (watched.has(document)) return;
    watched.add(document);
    const onChange = () => note(document);
    document.addEventListener('selectionchange', onChange, { signal });
    document.addEventListener('focusin', onChange, { signal });
    const onType = ({ isTrusted }: Event) => {
      if (isTrusted) typedAt = performance.now();
    };
    document.addEventListener('beforeinput', onType, { capture: true, passive: true, signal });
    document.defaultView?.addEventListener('blur', () => watchFrame(document), { signal });
    note(document);
  }

  function watchFrame(document: Document): void {
    const active = document.activeElement;
    if (active?.localName !== 'iframe') return;
    try {
      const inner = (active as HTMLIFrameElement).contentDocument;
      if (inner) watch(inner);
    } catch {
      // A frame of another origin, such as the panel.
    }
  }

  watch(page);
  return {
    watch,
    sinceTyped: () => performance.now() - typedAt,
    hasSeen: (field) => fields.has(field),
    placeIn(element) {
      const live = caretIn(element);
      if (live !== undefined) return live;
      const memory = carets.get(element);
      if (memory === undefined) return undefined;
      const { node } = memory.place;
      const stands = element.contains(node) && memory.place.offset <= lengthOf(node);
      if (stands && squeeze(readComposer(element, memory.place)).length === memory.lettersBefore) {
        return memory.place;
      }
      return placeAfter(element, memory.lettersBefore);
    },
  };
}

const lengthOf = (node: Node) =>
  node.nodeType === 3 ? (node as Text).data.length : node.childNodes.length;

function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  for (;;) {
    const inner = active && shadowRootOf(active)?.activeElement;
    if (!inner) return active;
    active = inner;
  }
}

/** Where in a field's value to write: at its caret if the person has put one there, else the end. */
export function caretInField(
  composer: Extract<Composer, { kind: 'field' }>,
  memory: CaretMemory | undefined,
): number {
  const { element } = composer;
  const caret = element.selectionEnd;
  const isMeant = (caret ?? 0) > 0 || memory?.hasSeen(element) === true;
  return caret !== null && isMeant ? caret : element.value.length;
}
