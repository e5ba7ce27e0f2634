import type { DockedFrame } from './dock-frame';
import type { FramePlace } from './frame-place';
import type { PanelSide } from './page-push';

const sides: readonly PanelSide[] = ['right', 'left', 'bottom'];

/**
 * Places the panel where it was asked for, or where it would lie over the reply box, at a side where
 * it does not: some pages lay themselves out by the window, however much room they were left. One
 * with its reply box across the whole window's bottom has it lifted above the panel.
 */
export function placeClear(
  docked: Pick<DockedFrame, 'host' | 'place' | 'lowerAround'>,
  wish: FramePlace,
  replyBox: Element | undefined,
): void {
  const isClearAt = (side: PanelSide, lifts: boolean) => {
    docked.place({ ...wish, side });
    if (replyBox === undefined || !isCovered(replyBox, docked.host)) return true;
    if (side !== 'bottom') return false;
    docked.lowerAround(outermost(replyBox) as HTMLElement, lifts);
    return !isCovered(replyBox, docked.host);
  };
  if (![wish.side, ...sides].some((side) => isClearAt(side, false)) && !isClearAt('bottom', true))
    docked.place(wish);
}

/** Whether the reply box is partly under the panel, as far as it is in the window at all. */
export function isCovered(replyBox: Element, host: Element): boolean {
  const box = outermost(replyBox).getBoundingClientRect();
  const panel = host.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const across = Math.min(box.right, panel.right, innerWidth) - Math.max(box.left, panel.left, 0);
  const down = Math.min(box.bottom, panel.bottom, innerHeight) - Math.max(box.top, panel.top, 0);
  return across > 1 && down > 1;
}

/** What stands for the reply box in the page's own document: of an editor in a frame, the frame. */
function outermost(element: Element): Element {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame ? outermost(frame) : element;
}
