import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { frameWordSchema } from '../protocol/frame-relay';
import type { PanelKind } from './accept-panel-ports';
import { panelPortNames } from './accept-panel-ports';
import { makeConsolePort } from './console-port';
import { reachFrames } from './reach-frames';
import type { JoinFrame } from './relay-frames';
import { frameCall } from './tell-of-frame';

type Options = {
  readonly tabId: number;
  readonly kind: PanelKind;
  /** A frame has a console script; what is given back is called when it has gone. */
  readonly join: JoinFrame;
};

/**
 * Reaches the console scripts in the frames of a tab, those that come later too. The browser itself
 * tells of their end, so that no frame is taken to be there that is not.
 * @returns what ends it
 */
export function followFrames({ tabId, kind, join }: Options): () => void {
  const known = new Map<number, { readonly script: string; readonly end: () => void }>();

  const hear = (message: unknown, { id, tab, frameId }: Browser.runtime.MessageSender) => {
    const word = v.safeParse(frameWordSchema, message);
    const isOurs = id === browser.runtime.id && tab?.id === tabId;
    if (!word.success || !isOurs || frameId === undefined || frameId === 0) return;
    const { script } = word.output;
    if (known.get(frameId)?.script === script) return;
    // Another page has been loaded into the frame.
    known.get(frameId)?.end();
    known.set(frameId, { script, end: connect(frameId, script) });
  };

  function connect(frameId: number, script: string): () => void {
    const port = browser.tabs.connect(tabId, { frameId, name: panelPortNames[kind] });
    const made = makeConsolePort((message) => port.postMessage(message));
    const leave = join(made.port, { frame: frameId, script });
    port.onMessage.addListener(made.receive);
    port.onDisconnect.addListener(() => {
      // Read, or the browser reports it as an error that nobody saw to.
      void browser.runtime.lastError;
      if (known.get(frameId)?.script === script) known.delete(frameId);
      leave();
    });
    return () => {
      port.disconnect();
      leave();
    };
  }

  browser.runtime.onMessage.addListener(hear);
  // Rejects where nobody is there to hear it.
  browser.tabs.sendMessage(tabId, frameCall).catch(() => {});
  return () => {
    browser.runtime.onMessage.removeListener(hear);
    for (const { end } of known.values()) end();
    known.clear();
  };
}

/** For a framed panel: the other frames of its own tab. */
export async function followOwnFrames(join: Options['join']): Promise<void> {
  // Firefox gives framed pages of ours no way to tabs.
  if (import.meta.env.FIREFOX) return reachFrames(join);
  const tab = await browser.tabs?.getCurrent().catch(() => undefined);
  if (tab?.id !== undefined) followFrames({ tabId: tab.id, kind: 'docked', join });
}
