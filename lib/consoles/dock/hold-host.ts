import { fightCap } from './fight-cap';
import { makeHomeFinder } from './find-home';

export type HoldOptions = {
  readonly host: HTMLElement;
  /** Puts right what else the page has changed; whether there was anything. */
  readonly restore: () => boolean;
  /** The page has undone our work too often: we have stopped. */
  readonly onYield: () => void;
  /** The host has left the page, and the frame in it has lost its document. */
  readonly onLost: () => void;
  readonly signal: AbortSignal;
};

/** Gone on with, a fight of one round per frame would end within two seconds. */
const fights = { limit: 100, withinMs: 10_000 };
/** What no event tells: a dialog in a shadow root. */
const lookMs = 1_000;

/**
 * Keeps the host where the panel can be seen and used, whatever the page does to it: on top of the
 * page's modal dialog or of its part in full screen while there is one, or else in the page itself.
 */
export function holdHost({ host, restore, onYield, onLost, signal }: HoldOptions): void {
  const document = host.ownerDocument;
  const homes = makeHomeFinder(document);
  const mayGoOn = fightCap(fights.limit, fights.withinMs, () => performance.now());
  const observer = new MutationObserver(settle);
  const timer = setInterval(() => {
    if (document.hidden) return;
    homes.lookBehind(host);
    settle();
  }, lookMs);
  document.addEventListener('fullscreenchange', settle, { signal });
  host.addEventListener('toggle', settle, { signal });
  signal.addEventListener('abort', stop);
  homes.find(true);
  watch();

  /** @param news what has happened, where that was told */
  function settle(news?: unknown): void {
    if (signal.aborted) return;
    if (!host.isConnected) {
      stop();
      onLost();
      return;
    }
    if (!putRight(news !== undefined)) return;
    if (mayGoOn()) {
      watch();
      return;
    }
    stop();
    onYield();
  }

  function putRight(isNews: boolean): boolean {
    const isMoved = moveTo(homes.find(isNews), host);
    const isRaised = raise(host, needsRaising(host));
    const isStripped = stripForeign(host);
    return [isMoved, isRaised, isStripped, restore()].some(Boolean);
  }

  /** Our own changes are not news. */
  function watch(): void {
    observer.disconnect();
    // Of the page's own elements only a dialog's `open` is heard.
    observer.observe(document, { subtree: true, attributeFilter: ['open'] });
    observer.observe(host, { attributes: true });
    for (let node = host.parentNode; node !== null && node !== document; ) {
      observer.observe(node, { childList: true, attributeFilter: ['open', 'style'] });
      node = node instanceof ShadowRoot ? node.host : node.parentNode;
    }
  }

  function stop(): void {
    observer.disconnect();
    clearInterval(timer);
  }
}

/** Unlike all other ways to move an element, it does not load the frame in it anew. */
type MovingParent = Element & { moveBefore(node: Node, child: Node | null): void };

function moveTo(home: Element, host: Element): boolean {
  if (host.parentNode === home) return false;
  (home as MovingParent).moveBefore(host, null);
  return true;
}

/** What is around the host there may clip, transform or scroll it. */
const needsRaising = (host: Element) => host.parentNode !== host.ownerDocument.documentElement;

/** Puts the host on top of the page's top layer, or takes it down from there. */
function raise(host: HTMLElement, isNeeded: boolean): boolean {
  if (host.matches(':popover-open') === isNeeded && host.hasAttribute('popover') === isNeeded) {
    return false;
  }
  if (isNeeded) {
    host.popover = 'manual';
    host.showPopover();
  } else {
    host.removeAttribute('popover');
  }
  return true;
}

/** `inert`, `hidden`, `aria-hidden`, …: the host needs none of them. */
function stripForeign(host: Element): boolean {
  const foreign = host.getAttributeNames().filter((name) => name !== 'style' && name !== 'popover');
  for (const name of foreign) host.removeAttribute(name);
  return foreign.length > 0;
}
