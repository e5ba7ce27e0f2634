import { randomId } from '../../base/random-id';

export type FramePlace = {
  readonly side: 'left' | 'right';
  readonly widthPx: number;
};

export type DockedFrame = {
  readonly frame: HTMLIFrameElement;
  /** Shows the frame at this place, and pushes the page aside by as much. */
  place(place: FramePlace): void;
  remove(): void;
};

/**
 * Puts the panel's page beside the console: an iframe of the extension's origin, inside a closed
 * shadow root, so that the page's scripts and styles reach neither. Hidden until it is given a
 * place. The host's tag is random: no page can know it beforehand.
 */
export function dockFrame(document: Document, url: string): DockedFrame {
  const host = document.createElement(`x-${randomId()}`);
  const frame = document.createElement('iframe');
  frame.src = url;
  frame.title = 'Cuecard';
  frame.allow = 'clipboard-write';
  setStyles(frame, { width: '100%', height: '100%', border: '0', display: 'block' });
  setStyles(host, {
    all: 'initial',
    position: 'fixed',
    top: '0',
    bottom: '0',
    width: '1px',
    visibility: 'hidden',
    'z-index': '2147483647',
    'color-scheme': 'light dark',
  });
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);

  const root = document.documentElement.style;
  const sides = ['left', 'right'] as const;
  return {
    frame,
    place({ side, widthPx }) {
      const other = side === 'left' ? 'right' : 'left';
      setStyles(host, {
        [side]: '0',
        [other]: 'auto',
        width: `${widthPx}px`,
        visibility: 'visible',
      });
      root.setProperty(`margin-${side}`, `${widthPx}px`, 'important');
      root.removeProperty(`margin-${other}`);
    },
    remove() {
      host.remove();
      for (const side of sides) root.removeProperty(`margin-${side}`);
    },
  };
}

/** Beyond the reach of the page's own rules. */
function setStyles(element: HTMLElement, styles: { readonly [property: string]: string }): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, 'important');
  }
}
