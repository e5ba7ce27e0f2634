import { randomId } from '../../base/random-id';
import type { FramePlace } from './frame-place';
import { hiddenPlace, plainSight, type Styles, setStyles, styleFromWithin } from './host-styles';
import { isStyledPlainly } from './is-in-sight';
import { pagePush } from './page-push';

export type DockedFrame = {
  readonly host: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** Shows the frame at this place, and pushes the page aside by as much. */
  place(place: FramePlace): void;
  /** At the bottom: see `PagePush`. */
  lowerAround(element: HTMLElement, lifts: boolean): void;
  /** Hides the frame and gives the page its room back, until the next place. */
  stepAside(): void;
  /** As it is shown; undefined until there is a place. */
  placed(): FramePlace | undefined;
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
  const push = pagePush(document.documentElement);
  style();
  document.documentElement.append(host);

  function style() {
    const styles = { ...plainSight, ...placed };
    styleHost(styles);
    setStyles(host, { all: 'initial', ...styles });
  }

  return {
    host,
    frame,
    place(next) {
      place = next;
      placed = { ...hiddenPlace, ...stylesOf(next), visibility: 'visible' };
      // While the panel's edge is dragged this runs for every step: no more than what has changed.
      styleHost({ ...plainSight, ...placed });
      setStyles(host, placed);
      push.by(next.side, sizeOf(next));
    },
    lowerAround: push.lowerAround,
    stepAside() {
      place = undefined;
      placed = hiddenPlace;
      style();
      push.back();
    },
    placed: () => place && { ...place, widthPx: shownPx(document, place) },
    restore() {
      if (place === undefined) return false;
      const isPushed = push.holds();
      if (!isPushed) push.by(place.side, sizeOf(place));
      const isPlain = isStyledPlainly(host);
      if (!isPlain) style();
      return !isPushed || !isPlain;
    },
    letPageBack: push.back,
    remove() {
      host.remove();
      push.back();
    },
  };
}

/** Zoomed in far, a wide panel leaves the console as much room as a narrow panel has itself. */
const narrowestPx = 320;

function shownPx(document: Document, { side, widthPx }: FramePlace): number {
  const { innerWidth, innerHeight } = document.defaultView ?? window;
  if (side === 'bottom') return Math.min(widthPx, innerHeight / 2);
  return Math.min(widthPx, Math.max(narrowestPx, innerWidth - narrowestPx));
}

/** The same for styles. */
function sizeOf({ side, widthPx }: FramePlace): string {
  if (side === 'bottom') return `min(${widthPx}px, 50vh)`;
  return `min(${widthPx}px, max(${narrowestPx}px, 100vw - ${narrowestPx}px))`;
}

function stylesOf(place: FramePlace): Styles {
  const size = sizeOf(place);
  if (place.side !== 'bottom') return { [place.side]: '0px', width: size };
  // From top to bottom as at the sides, with room above: one rule for what is in plain sight.
  return { left: '0px', right: '0px', width: 'auto', height: size, 'margin-top': 'auto' };
}
