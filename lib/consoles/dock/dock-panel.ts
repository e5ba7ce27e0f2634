import type { FromConsole } from '../../protocol/console-messages';
import { lookNowAndThen } from '../look-now-and-then';
import { dockFrame } from './dock-frame';
import type { FramePlace } from './frame-place';
import { holdHost } from './hold-host';
import { isCovered, placeClear } from './keep-clear';
import { watchSight } from './watch-sight';

export type DockedPanel = {
  place(place: FramePlace): void;
  /** Hides the panel and gives the page its room back, until the next place. */
  stepAside(): void;
  /**
   * Whether the panel is shown as we placed it. Where it is not, puts right what can be and says
   * false: what the agent clicked on may not be what they saw. What the panel had heard of before
   * is the panel's to judge: it has asked the agent to click again.
   */
  isIntact(): boolean;
  /** The panel has heard what was told of its sight. */
  hearSight(isInSight: boolean): void;
  remove(): void;
};

const lookForCoverMs = 1_000;

/** One panel's stay in a page, from its frame's creation until the page takes it away. */
export function dockPanel(options: {
  readonly document: Document;
  readonly url: string;
  readonly send: (message: FromConsole) => void;
  readonly onLoad: (frame: HTMLIFrameElement) => void;
  /** The frame is gone, or has lost its document; only another one can take its place. */
  readonly onLost: () => void;
  /** What the panel must not lie over: the reply box, while there is one. */
  readonly findReplyBox?: (() => Element | undefined) | undefined;
  readonly signal: AbortSignal;
}): DockedPanel {
  const { document, url, send, onLoad, onLost, findReplyBox, signal } = options;
  const docked = dockFrame(document, url);
  const { host, frame, restore, placed } = docked;
  let isLoaded = false;
  let wish: FramePlace | undefined;

  function lose(): void {
    docked.remove();
    onLost();
  }
  frame.addEventListener(
    'load',
    () => {
      // Loaded anew, as by a page that took the host elsewhere, the frame has a spent nonce.
      if (isLoaded) lose();
      else onLoad(frame);
      isLoaded = true;
    },
    { signal },
  );
  const sight = watchSight({
    host,
    placed,
    onChange: (isInSight) => send({ type: 'panel.sight', isInSight }),
    signal,
  });
  holdHost({
    host,
    restore,
    onYield() {
      docked.letPageBack();
      send({ type: 'panel.yielded' });
    },
    onLost: lose,
    signal,
  });

  // Reply boxes come up late, and grow.
  const look = () => {
    const replyBox = wish && findReplyBox?.();
    if (wish && replyBox && isCovered(replyBox, host)) placeClear(docked, wish, replyBox);
  };
  lookNowAndThen(look, lookForCoverMs, signal);

  return {
    place(next) {
      wish = next;
      placeClear(docked, next, findReplyBox?.());
    },
    stepAside() {
      wish = undefined;
      docked.stepAside();
    },
    isIntact() {
      const isKnown = sight.isCoverKnown();
      const sees = sight.look();
      return !restore() && (sees || isKnown);
    },
    hearSight: sight.hear,
    remove: docked.remove,
  };
}
