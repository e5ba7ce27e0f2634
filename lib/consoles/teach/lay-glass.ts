import { randomId } from '../../base/random-id';
import { plainSight, setStyles, styleFromWithin } from '../dock/host-styles';
import { elementAt, type PageBox } from './page-box';

/** What a box is drawn for; each looks different in more than its colour. */
export type BoxKind = 'customer' | 'agent' | 'composer' | 'field' | 'candidate';
export type DrawnBox = { readonly kind: BoxKind; readonly box: PageBox };

export type Glass = {
  draw(boxes: readonly DrawnBox[]): void;
  /** While it is closed no click gets through to the page; open, the page is as ever. */
  close(isClosed: boolean): void;
};

type Options = {
  readonly document: Document;
  readonly onMove: (element: Element) => void;
  readonly onPick: (element: Element) => void;
  readonly onKey: (key: 'next' | 'previous' | 'pick' | 'back') => void;
  readonly signal: AbortSignal;
};

const looks: { readonly [kind in BoxKind]: string } = {
  customer: '2px solid #1d4ed8',
  agent: '2px dashed #14713f',
  composer: '5px double #8a5900',
  field: '2px dotted #7a1fa2',
  candidate: '3px solid #b3261e',
};
const fills: { readonly [kind in BoxKind]: string } = {
  customer: 'rgb(29 78 216 / 0.14)',
  agent: 'rgb(20 113 63 / 0.14)',
  composer: 'rgb(138 89 0 / 0.12)',
  field: 'rgb(122 31 162 / 0.12)',
  candidate: 'transparent',
};
const clicks =
  'pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend dragstart'.split(
    ' ',
  );

/**
 * A pane over the page: a click lands on it, so that nothing below is pressed, and only a person's
 * own click counts. No word is on it, for the page may find out what its own window shows.
 */
export function layGlass({ document, onMove, onPick, onKey, signal }: Options): Glass {
  const window = document.defaultView;
  const host = document.createElement(`x-${randomId()}`);
  const root = host.attachShadow({ mode: 'closed' });
  const styleHost = styleFromWithin(root);
  let isClosed = false;
  style();
  place();
  signal.addEventListener('abort', () => host.remove(), { once: true });

  /** Before the panel in the page: nothing that stands there can be drawn over it, ours included. */
  function place() {
    if (document.body === null) document.documentElement.append(host);
    else document.body.after(host);
  }

  function style() {
    const styles = {
      ...plainSight,
      left: '0px',
      right: '0px',
      // Below the panel, which is to be clicked as ever.
      'z-index': '2147483646',
      cursor: 'crosshair',
      overflow: 'hidden',
      'pointer-events': isClosed ? 'auto' : 'none',
    };
    styleHost(styles);
    setStyles(host, { all: 'initial', ...styles });
  }

  function under(event: MouseEvent): Element | undefined {
    setStyles(host, { 'pointer-events': 'none' });
    styleHost({ ...plainSight, 'pointer-events': 'none' });
    const element = elementAt(document, event.clientX, event.clientY);
    style();
    return element;
  }

  const isOurs = (event: Event) => isClosed && event.isTrusted && event.target === host;
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const capture = { capture: true, passive: false, signal } as const;
  for (const name of clicks) {
    window?.addEventListener(
      name,
      (event) => {
        if (!isOurs(event)) return;
        swallow(event);
        const element = name === 'click' && under(event as MouseEvent);
        if (element) onPick(element);
      },
      capture,
    );
  }
  window?.addEventListener(
    'pointermove',
    (event) => {
      const element = isOurs(event) && under(event);
      if (element) onMove(element);
    },
    capture,
  );
  window?.addEventListener(
    'wheel',
    (event) => {
      if (!isOurs(event)) return;
      swallow(event);
      scrollableAround(under(event))?.scrollBy(event.deltaX, event.deltaY);
    },
    capture,
  );
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    window?.addEventListener(
      name,
      (event) => {
        // The panel's own keys are pressed in the panel, which tells of them itself.
        if (!isClosed || !event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
        swallow(event);
        const key = name === 'keydown' ? keyOf(event) : undefined;
        if (key !== undefined) onKey(key);
      },
      capture,
    );
  }

  return {
    draw(boxes) {
      if (signal.aborted) return;
      if (!host.isConnected) place();
      const drawn = boxes.map(({ kind, box }) => {
        const element = document.createElement('div');
        setStyles(element, {
          position: 'absolute',
          left: `${box.left}px`,
          top: `${box.top}px`,
          width: `${box.width}px`,
          height: `${box.height}px`,
          'box-sizing': 'border-box',
          border: looks[kind],
          background: fills[kind],
          'border-radius': '4px',
          'pointer-events': 'none',
        });
        return element;
      });
      root.replaceChildren(...[...root.querySelectorAll('style')], ...drawn);
    },
    close(next) {
      isClosed = next;
      style();
    },
  };
}

function keyOf({ key, shiftKey }: KeyboardEvent) {
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  if (key === 'ArrowDown' || key === 'ArrowRight') return 'next';
  if (key === 'ArrowUp' || key === 'ArrowLeft') return 'previous';
  if (key === 'Enter') return 'pick';
  return key === 'Escape' ? 'back' : undefined;
}

function scrollableAround(element: Element | undefined): Element | undefined {
  let at: Element | null = element ?? null;
  while (at !== null && at.scrollHeight <= at.clientHeight + 1) at = at.parentElement;
  return at ?? element?.ownerDocument.scrollingElement ?? undefined;
}
