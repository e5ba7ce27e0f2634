import type { FromConsole } from '../../protocol/console-messages';
import type { FrameGreeting } from '../../protocol/frame-greeting';
import { type DockedPanel, dockPanel } from './dock-panel';
import { fightCap } from './fight-cap';
import type { FramePlace } from './frame-place';

/** A page that throws the panel out more often than this is let have its way. */
const returns = { limit: 5, withinMs: 10_000 };
/** A panel says a word as soon as it runs. One that is silent for longer never will. */
const firstWordMs = 5_000;

type Options = {
  readonly document: Document;
  /** The panel's page; each frame of it gets a nonce of its own as the hash. */
  readonly panelUrl: string;
  readonly askNonce: () => Promise<string>;
  /** A panel has come up; what is given back hears its messages, and is told when it is lost. */
  readonly onPanel: (send: (message: FromConsole) => void) => {
    hear(message: unknown): void;
    leave(): void;
  };
  readonly findReplyBox?: () => Element | undefined;
  readonly signal: AbortSignal;
};

export type Dock = {
  place(place: FramePlace): void;
  stepAside(): void;
  /** See `DockedPanel`; false while there is none. */
  isIntact(): boolean;
  hearSight(isInSight: boolean): void;
  /**
   * Puts the panel into the page, if there is none yet that works; rejects when there is no nonce to
   * be had. To be called again whenever somebody misses it.
   */
  open(): Promise<void>;
};

/** Keeps one panel docked: where the page throws it out, another one takes its place. */
export function keepDocked(options: Options): Dock {
  const { document, panelUrl, askNonce, onPanel, findReplyBox, signal } = options;
  const mayReturn = fightCap(returns.limit, returns.withinMs, () => performance.now());
  let docked: DockedPanel | undefined;
  let hasSpoken = false;
  let dockedAt = 0;
  let end = () => {};

  /** Whether there is one that has shown that it works, or may yet. */
  const isThere = () =>
    docked !== undefined && (hasSpoken || performance.now() - dockedAt < firstWordMs);

  async function open(): Promise<void> {
    if (isThere()) return;
    const nonce = await askNonce();
    // It may have been opened meanwhile: this reply may be the second of two.
    if (isThere() || signal.aborted) return;
    docked?.remove();
    end();
    dock(nonce);
  }

  function dock(nonce: string) {
    const { port1: port, port2: panelPort } = new MessageChannel();
    const stay = new AbortController();
    // As text: cloning a conversation message by message holds the page up several times as long.
    const send = (message: FromConsole) => port.postMessage(JSON.stringify(message));
    let leave = () => {};
    hasSpoken = false;
    dockedAt = performance.now();
    end = () => {
      docked = undefined;
      stay.abort();
      leave();
      port.close();
    };
    docked = dockPanel({
      document,
      url: `${panelUrl}#${nonce}`,
      send,
      findReplyBox,
      signal: AbortSignal.any([signal, stay.signal]),
      onLoad(frame) {
        const greeting: FrameGreeting = { type: 'cuecard.port', nonce };
        frame.contentWindow?.postMessage(greeting, new URL(panelUrl).origin, [panelPort]);
        const panel = onPanel(send);
        leave = panel.leave;
        port.onmessage = ({ data }) => {
          hasSpoken = true;
          panel.hear(data);
        };
      },
      onLost() {
        end();
        if (mayReturn()) open().catch(() => {});
      },
    });
  }

  return {
    place: (place) => docked?.place(place),
    stepAside: () => docked?.stepAside(),
    isIntact: () => docked?.isIntact() ?? false,
    hearSight: (isInSight) => docked?.hearSight(isInSight),
    open,
  };
}
