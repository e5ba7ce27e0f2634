import { randomId } from '../../base/random-id';
import { hiddenPlace, plainSight, type Styles, setStyles, styleFromWithin } from './host-styles';
import { isStyledPlainly } from './is-in-sight';

export type FramePlace = {
  readonly side: 'left' | 'right';
  readonly widthPx: number;
};

export type DockedFrame = {
  readonly host: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** Shows the frame at this place, and pushes the page aside by as much. */
  place(place: FramePlace): void;
  /** Hides the frame and gives the page its room back, until the next place. */
  stepAside(): void;
  /** Undefined until there is a place. */
  placedWidthPx(): number | undefined;
  /** Styles the host, and pushes the page aside, as before; whether anything was amiss. */
  restore(): boolean;
  /** Gives the page its whole width back. */
  letPageBack(): void;
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
  const shadow = host.attachShadow({ mode: 'closed' });
  const styleHost = styleFromWithin(shadow);
  shadow.append(frame);
  let placed: Styles = hiddenPlace;
  let place: FramePlace | undefined;
  /** As the browser writes the margin that we set. */
  let pushedBy = '';
  style();
  document.documentElement.append(host);

  function style() {
    const styles = { ...plainSight, ...placed };
    styleHost(styles);
    setStyles(host, { all: 'initial', ...styles });
  }
  const marginOf = (side: FramePlace['side']) =>
    document.documentElement.style.getPropertyValue(`margin-${side}`);
  function pushPage(next: FramePlace) {
    const { side } = next;
    const { style } = document.documentElement;
    style.setProperty(`margin-${side}`, widthOf(next), 'important');
    style.removeProperty(side === 'left' ? 'margin-right' : 'margin-left');
    pushedBy = marginOf(side);
  }
  function letPageBack() {
    for (const side of ['left', 'right']) {
      document.documentElement.style.removeProperty(`margin-${side}`);
    }
  }

  return {
    host,
    frame,
    place(next) {
      const { side } = next;
      const other = side === 'left' ? 'right' : 'left';
      place = next;
      placed = { [side]: '0px', [other]: 'auto', width: widthOf(next), visibility: 'visible' };
      // While the panel's edge is dragged this runs for every step: no more than what has changed.
      styleHost({ ...plainSight, ...placed });
      setStyles(host, placed);
      pushPage(next);
    },
    stepAside() {
      place = undefined;
      placed = hiddenPlace;
      style();
      letPageBack();
    },
    placedWidthPx: () => place && Math.min(place.widthPx, mostWidthPx(document)),
    restore() {
      if (place === undefined) return false;
      const isPushed = marginOf(place.side) === pushedBy;
      if (!isPushed) pushPage(place);
      const isPlain = isStyledPlainly(host);
      if (!isPlain) style();
      return !isPushed || !isPlain;
    },
    letPageBack,
    remove() {
      host.remove();
      letPageBack();
    },
  };
}

/** Zoomed in far, a wide panel leaves the console as much room as a narrow panel has itself. */
const narrowestPx = 320;

function mostWidthPx(document: Document): number {
  const pageWidthPx = document.defaultView?.innerWidth ?? Number.POSITIVE_INFINITY;
  return Math.max(narrowestPx, pageWidthPx - narrowestPx);
}

function widthOf({ widthPx }: FramePlace): string {
  return `min(${widthPx}px, max(${narrowestPx}px, 100vw - ${narrowestPx}px))`;
}
