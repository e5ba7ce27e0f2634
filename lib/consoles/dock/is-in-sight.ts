import type { FramePlace } from './frame-place';
import { plainSight } from './host-styles';

export type SightOptions = {
  /** As it was placed. */
  readonly place: FramePlace;
  /** How far apart the points are at which the page is asked what it shows there. */
  readonly gridPx: number;
};

/**
 * Whether the panel's host is where we placed it, and nothing that a script can see lies over it or
 * changes how it looks. It cannot see what takes no clicks and hides in another shadow root's top
 * layer, nor what comes and goes between two looks; Chromium's own check in the panel does.
 */
export function isInSight(host: HTMLElement, { place, gridPx }: SightOptions): boolean {
  return (
    host.isConnected &&
    isStyledPlainly(host) &&
    isSurroundedPlainly(host) &&
    isInPlace(host, place) &&
    !isUnderTopLayer(host) &&
    !isUnderLaterSibling(host) &&
    isHitEverywhere(host, gridPx)
  );
}

/** Whether the host itself looks as we made it. */
export function isStyledPlainly(host: HTMLElement): boolean {
  const computed = getComputedStyle(host);
  return Object.entries({ ...plainSight, visibility: 'visible' }).every(
    ([property, value]) => computed.getPropertyValue(property) === value,
  );
}

function isSurroundedPlainly(host: HTMLElement): boolean {
  // In the top layer nothing around the host is drawn with it.
  return host.matches(':popover-open') || ancestorsOf(host).every(isDrawnPlainly);
}

/** Each of these changes how everything within an element is drawn. */
const harmless: { readonly [property: string]: string } = {
  opacity: '1',
  filter: 'none',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
  'clip-path': 'none',
  'mask-image': 'none',
  'mix-blend-mode': 'normal',
};

function isDrawnPlainly(element: Element): boolean {
  const computed = getComputedStyle(element);
  return Object.entries(harmless).every(([property, value]) => {
    const found = computed.getPropertyValue(property);
    return found === value || found === '';
  });
}

function ancestorsOf(host: Element): Element[] {
  const found: Element[] = [];
  for (let node = host.parentNode; node !== null; ) {
    if (node instanceof Element) found.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return found;
}

/** No wider in any browser; the page's own may stand beside the panel. */
const scrollbarPx = 20;

function isInPlace(host: HTMLElement, { side, widthPx }: FramePlace): boolean {
  const { left, right, top, bottom, width, height } = host.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  if (side === 'bottom') {
    const isAcross = Math.abs(left) <= 1 && width >= innerWidth - scrollbarPx;
    const isLow = Math.abs(bottom - innerHeight) <= scrollbarPx;
    return isAcross && isLow && Math.abs(height - widthPx) <= 1;
  }
  // Browsers round at zoom levels other than 100%.
  const isAtEdge = Math.abs(left) <= 1 || Math.abs(right - innerWidth) <= scrollbarPx;
  const isWhole = Math.abs(width - widthPx) <= 1 && height >= innerHeight - scrollbarPx;
  return isAtEdge && isWhole && Math.abs(top) <= 1;
}

/** A popover, or what a popover draws behind itself: both are above every z-index. */
function isUnderTopLayer(host: HTMLElement): boolean {
  // The attribute is asked first: in a long page that is several times as fast.
  const popovers = host.ownerDocument.querySelectorAll('[popover]:popover-open');
  return [...popovers].some(
    (popover) =>
      popover !== host &&
      !popover.contains(host) &&
      (hasDrawnBackdrop(popover) || isOver(popover, host)),
  );
}

function hasDrawnBackdrop(popover: Element): boolean {
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(
    popover,
    '::backdrop',
  );
  const isClear = /^(transparent|rgba\(.*, 0\)|)$/.test(backgroundColor);
  return !isClear || !isNone(backgroundImage) || !isNone(backdropFilter);
}

const isNone = (value: string | undefined) =>
  value === undefined || value === '' || value === 'none';

/** The host has the highest z-index: only what stands later in the page can be drawn over it. */
function isUnderLaterSibling(host: HTMLElement): boolean {
  if (host.matches(':popover-open')) return false;
  const after = host.parentElement && getComputedStyle(host.parentElement, '::after');
  if (after && !/^(none|normal)$/.test(after.content) && /fixed|absolute/.test(after.position)) {
    return true;
  }
  for (let next = host.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if ([next, ...next.querySelectorAll('*')].some((element) => isOver(element, host))) return true;
  }
  return false;
}

function isOver(element: Element, host: HTMLElement): boolean {
  const { left, right, top, bottom } = host.getBoundingClientRect();
  const isSeen = getComputedStyle(element).visibility === 'visible';
  return (
    isSeen &&
    [...element.getClientRects()].some(
      (box) =>
        Math.min(box.right, right) - Math.max(box.left, left) > 1 &&
        Math.min(box.bottom, bottom) - Math.max(box.top, top) > 1,
    )
  );
}

/** Whether a click anywhere on the panel would reach it. */
function isHitEverywhere(host: HTMLElement, gridPx: number): boolean {
  const root = host.getRootNode() as Document | ShadowRoot;
  const { left, top, width, height } = host.getBoundingClientRect();
  const columns = Math.max(1, Math.ceil(width / gridPx));
  const rows = Math.max(1, Math.ceil(height / gridPx));
  for (let at = 0; at < columns * rows; at++) {
    const x = left + (((at % columns) + 0.5) * width) / columns;
    const y = top + ((Math.floor(at / columns) + 0.5) * height) / rows;
    if (root.elementFromPoint(x, y) !== host) return false;
  }
  return true;
}
