export type PanelSide = 'left' | 'right' | 'bottom';

export type PagePush = {
  /** Makes room of this size, as styles say it, at one side of the page. */
  by(side: PanelSide, size: string): void;
  /**
   * For pages that are as high as the window whatever room they have: makes what fills the window
   * around an element as high as the room that is left at the top.
   * @param lifts whether what is fixed in the window ends above that room, too
   */
  lowerAround(element: HTMLElement, lifts: boolean): void;
  /** Whether the page has left it as it was. */
  holds(): boolean;
  /** Gives the page all of its room back. */
  back(): void;
};

/** Makes room beside the page for the panel, as far as the page lays itself out within its root. */
export function pagePush(root: HTMLElement): PagePush {
  /** As the browser writes what we set. */
  let pushed: { readonly property: string; readonly value: string } | undefined;

  let size = '0px';
  let lowered: (() => void)[] = [];

  function back() {
    for (const undo of lowered) undo();
    lowered = [];
    for (const property of ['margin-left', 'margin-right', 'margin-bottom', 'height']) {
      if (property !== 'height' || pushed?.property === 'height')
        root.style.removeProperty(property);
    }
    pushed = undefined;
  }

  return {
    by(side, wanted) {
      if (lowered.length > 0 && size !== wanted) back();
      size = wanted;
      const property = side === 'bottom' && !scrolls(root) ? 'height' : `margin-${side}`;
      if (pushed !== undefined && pushed.property !== property) back();
      const value = property === 'height' ? `calc(100vh - ${size})` : size;
      root.style.setProperty(property, value, 'important');
      pushed = { property, value: root.style.getPropertyValue(property) };
    },
    lowerAround(element, lifts) {
      const wanted: [CSSStyleDeclaration, property: string, value: string][] = [];
      for (
        let at: HTMLElement | null = element;
        at !== null && at !== root;
        at = at.parentElement
      ) {
        if (at.getBoundingClientRect().height >= window.innerHeight - 1) {
          wanted.push([at.style, 'max-height', `calc(100vh - ${size})`]);
        }
        if (lifts && getComputedStyle(at).position === 'fixed') {
          wanted.push([at.style, 'bottom', size]);
        }
      }
      for (const [style, property, value] of wanted) {
        const before = style.getPropertyValue(property);
        lowered.push(() => style.setProperty(property, before));
        style.setProperty(property, value, 'important');
      }
    },
    holds: () =>
      pushed === undefined || root.style.getPropertyValue(pushed.property) === pushed.value,
    back,
  };
}

/** A page longer than its window gets room at its end; one that fills the window is made lower. */
const scrolls = (root: HTMLElement) => root.scrollHeight > root.clientHeight + 1;
