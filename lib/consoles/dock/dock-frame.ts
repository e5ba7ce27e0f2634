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
  style();
  document.documentElement.append(host);

  function style() {
    const styles = { ...plainSight, ...placed };
    styleHost(styles);
    setStyles(host, { all: 'initial', ...styles });
  }
  const marginOf = (side: FramePlace['side']) =>
    document.documentElement.style.getPropertyValue(`margin-${side}`);
  function pushPage({ side, widthPx }: FramePlace) {
    const { style } = document.documentElement;
    style.setProperty(`margin-${side}`, `${widthPx}px`, 'important');
    style.removeProperty(side === 'left' ? 'margin-right' : 'margin-left');
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
      const { side, widthPx } = next;
      const other = side === 'left' ? 'right' : 'left';
      place = next;
      placed = { [side]: '0px', [other]: 'auto', width: `${widthPx}px`, visibility: 'visible' };
      // While the panel's edge is dragged this runs for every step: no more than what has changed.
      styleHost({ ...plainSight, ...placed });
      setStyles(host, placed);
      pushPage(next);
    },
    placedWidthPx: () => place?.widthPx,
    restore() {
      if (place === undefined) return false;
      const isPushed = marginOf(place.side) === `${place.widthPx}px`;
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
