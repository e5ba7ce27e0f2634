/** What a page may do to hide the panel, or to show something in its place; each by its name. */
export const coverTricks = [
  'page opacity 0',
  'page opacity 0.5',
  'filter on the page',
  'transform on the page',
  'clip path on the page',
  'mask on the page',
  'blend on the page',
  'overlay',
  'small overlay',
  'overlay that takes clicks',
  'popover overlay',
  'small popover',
  'popover backdrop',
  'generated content of the page',
] as const;

/** What it may do to our own element: none of it shows. */
export const hostTricks = [
  'opacity',
  'transform',
  'filter',
  'clip-path',
  'mask-image',
  'mix-blend-mode',
  'display',
  'width',
  'z-index',
] as const;

/** Out of a script's reach: only the browser's own check in the panel tells. */
export const unseenByScripts = ['popover in a closed shadow root'] as const;

export type CoverTrick = (typeof coverTricks)[number] | (typeof unseenByScripts)[number];

export type TrickWindow = {
  readonly tricks: Readonly<Record<CoverTrick, () => () => void>>;
  readonly host: HTMLElement;
  undo: () => void;
};

/** Runs in the page: gives it the tricks, and our host, which is the last thing in it. */
export function giveTricks(): void {
  const root = document.documentElement;
  const host = root.lastElementChild as HTMLElement;

  const overlay = (css: string, where: Node = root) => {
    const element = document.createElement('div');
    element.style.cssText = `position:fixed;pointer-events:none;background:#fff;margin:0;border:0;${css}`;
    where.appendChild(element);
    return element;
  };
  const popover = (css: string, where?: Node) => {
    const element = overlay(css, where);
    element.popover = 'manual';
    element.showPopover();
    return element;
  };
  const sheet = (css: string) => {
    const element = document.createElement('style');
    element.textContent = css;
    document.head.append(element);
    return () => element.remove();
  };
  const page = (property: string, value: string) => () => {
    root.style.setProperty(property, value, 'important');
    return () => void root.style.removeProperty(property);
  };
  const gone = (make: () => Element) => () => {
    const element = make();
    return () => element.remove();
  };
  const whole = 'inset:0;z-index:2147483647;';
  const small = 'right:20px;top:150px;width:90px;height:40px;z-index:2147483647;';
  const tricks: TrickWindow['tricks'] = {
    'page opacity 0': page('opacity', '0'),
    'page opacity 0.5': page('opacity', '0.5'),
    'filter on the page': page('filter', 'invert(1)'),
    'transform on the page': page('transform', 'translateX(40px)'),
    'clip path on the page': page('clip-path', 'inset(0 40% 0 0)'),
    'mask on the page': page('mask-image', 'linear-gradient(transparent, transparent)'),
    'blend on the page': page('mix-blend-mode', 'multiply'),
    overlay: gone(() => overlay(whole)),
    'small overlay': gone(() => overlay(small)),
    'overlay that takes clicks': gone(() => overlay(`${whole}pointer-events:auto;opacity:0.01`)),
    'popover overlay': gone(() => popover(`${whole}width:100vw;height:100vh`)),
    'small popover': gone(() => popover(`${small}left:auto;bottom:auto`)),
    'popover backdrop': () => {
      const end = sheet('.veil::backdrop { background: #fff }');
      const element = popover('inset:auto;width:1px;height:1px;left:0;top:0');
      element.className = 'veil';
      return () => {
        element.remove();
        end();
      };
    },
    'generated content of the page': () =>
      sheet(
        `html::after { content: ""; position: fixed; ${whole} background: #fff; pointer-events: none }`,
      ),
    'popover in a closed shadow root': gone(() => {
      const element = document.createElement('div');
      document.body.append(element);
      popover(small, element.attachShadow({ mode: 'closed' }));
      return element;
    }),
  };
  Object.assign(window, { tricks, host });
}
