import { randomId } from '../../base/random-id';

export type FramePlace = {
  readonly side: 'left' | 'right';
  readonly widthPx: number;
};

export type DockedFrame = {
  readonly frame: HTMLIFrameElement;
  /** Shows the frame at this place, and pushes the page aside by as much. */
  place(place: FramePlace): void;
  /**
   * Whether the frame is shown as we placed it. Where the page has changed that, puts it right
   * again and says false: what the agent clicked on may not be what they saw.
   */
  isIntact(): boolean;
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
  setStyles(host, { all: 'initial', ...plainSight, ...hiddenPlace });
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);

  const root = document.documentElement.style;
  let placed: Styles = hiddenPlace;
  const sides = ['left', 'right'] as const;
  return {
    frame,
    place({ side, widthPx }) {
      const other = side === 'left' ? 'right' : 'left';
      const width = `min(${widthPx}px, ${widest})`;
      placed = { [side]: '0px', [other]: 'auto', width, visibility: 'visible' };
      setStyles(host, placed);
      root.setProperty(`margin-${side}`, width, 'important');
      root.removeProperty(`margin-${other}`);
    },
    isIntact() {
      const computed = getComputedStyle(host);
      const isIntact = Object.entries({ ...plainSight, visibility: 'visible' }).every(
        ([property, value]) => computed.getPropertyValue(property) === value,
      );
      if (!isIntact) setStyles(host, { ...plainSight, ...placed });
      return isIntact;
    },
    remove() {
      host.remove();
      for (const side of sides) root.removeProperty(`margin-${side}`);
    },
  };
}

/** Zoomed in far, a wide panel leaves the console as much room as a narrow panel has itself. */
const widest = 'max(320px, 100vw - 320px)';

type Styles = { readonly [property: string]: string };

const hiddenPlace: Styles = { width: '1px', visibility: 'hidden' };

/** As computed: anything else on one of these hides the panel, or shows something in its place. */
const plainSight: Styles = {
  position: 'fixed',
  top: '0px',
  bottom: '0px',
  'z-index': '2147483647',
  opacity: '1',
  filter: 'none',
  transform: 'none',
  'clip-path': 'none',
  'mask-image': 'none',
  'mix-blend-mode': 'normal',
  display: 'block',
};

/** Beyond the reach of the page's own rules. */
function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [property, value] of Object.entries(styles)) {
    element.style.setProperty(property, value, 'important');
  }
}
