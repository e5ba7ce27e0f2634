import * as v from 'valibot';
import type { ToConsole } from '../protocol/console-messages';
import { type FromRelay, fromRelaySchema, type ToRelay } from '../protocol/frame-relay';
import { makeConsolePort } from './console-port';
import type { FrameId, JoinFrame } from './relay-frames';

/** Firefox ends a background page that has had nothing to do for 30 s. */
const stayEveryMs = 20_000;
/** A frame that is still there answers a new relay well within this. */
const backWithinMs = 5_000;
const retryAfterMs = 1_000;
/** Less than the panel waits for an answer: after that the agent may have clicked again. */
const wishGoodForMs = 3_000;

type Options = {
  /**
   * Opens a way to the relay, which wakes it: `hear` gets all that it says, and `lost` is called
   * when it has ended. Undefined once the extension has gone from this page.
   */
  readonly connect: (end: {
    readonly hear: (message: unknown) => void;
    readonly lost: () => void;
  }) => ((message: ToRelay) => void) | undefined;
  readonly join: JoinFrame;
};

type Known = {
  readonly script: string;
  readonly receive: (message: unknown) => void;
  leave: () => void;
  /** The relay of now has found it, too. */
  isFound: boolean;
  /** Said while there was no relay. */
  readonly waiting: { readonly wish: ToConsole; readonly at: number }[];
};

/**
 * The panel's half of the relay. The browser may end the other half at any time: a frame then keeps
 * its seat until the next relay has found it again, or has not. A wish that was handed over is
 * not repeated, as nobody knows how far it got: what is inserted twice is worse than what is not.
 */
export function relayedFrames({ connect, join }: Options): { look(): void } {
  const frames = new Map<number, Known>();
  let say: ((message: ToRelay) => void) | undefined;
  let staying: ReturnType<typeof setInterval> | undefined;

  function look() {
    if (say !== undefined) return;
    let isReady = false;
    let isLost = false;
    say = connect({
      hear(message) {
        const news = v.safeParse(fromRelaySchema, message);
        if (!news.success || isLost) return;
        if (news.output.type !== 'relay.ready') return take(news.output);
        isReady = true;
        setTimeout(() => !isLost && dropUnfound(), backWithinMs);
      },
      lost() {
        isLost = true;
        say = undefined;
        for (const known of frames.values()) known.isFound = false;
        // With no frame to follow it may sleep: it calls when there is one.
        if (frames.size > 0) setTimeout(look, isReady ? 0 : retryAfterMs);
      },
    });
  }

  function take(news: Exclude<FromRelay, { type: 'relay.ready' }>) {
    const known = frames.get(news.frame);
    const isSame = known?.script === news.script;
    switch (news.type) {
      case 'frame.came':
        if (isSame) return resume(news, known);
        drop(news.frame);
        return add(news);
      case 'frame.said':
        return isSame ? known.receive(news.said) : undefined;
      case 'frame.gone':
        return isSame ? drop(news.frame) : undefined;
    }
  }

  function add({ frame, script }: FrameId) {
    const made = makeConsolePort((wish) => {
      if (known.isFound) say?.({ type: 'frame.wish', frame, script, wish });
      else known.waiting.push({ wish, at: Date.now() });
    });
    const known: Known = {
      script,
      receive: made.receive,
      isFound: true,
      waiting: [],
      leave: () => {},
    };
    frames.set(frame, known);
    staying ??= setInterval(() => say?.({ type: 'relay.stay' }), stayEveryMs);
    known.leave = join(made.port, { frame, script });
  }

  function resume({ frame, script }: FrameId, known: Known) {
    known.isFound = true;
    for (const { wish, at } of known.waiting.splice(0)) {
      if (Date.now() - at < wishGoodForMs) say?.({ type: 'frame.wish', frame, script, wish });
    }
  }

  function dropUnfound() {
    for (const [frame, { isFound }] of frames) if (!isFound) drop(frame);
  }

  function drop(frame: number) {
    const known = frames.get(frame);
    if (known === undefined) return;
    frames.delete(frame);
    known.leave();
    if (frames.size > 0) return;
    clearInterval(staying);
    staying = undefined;
  }

  return { look };
}
