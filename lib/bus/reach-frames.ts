import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { relayCallSchema } from '../protocol/frame-relay';
import { isOwnPage } from './accept-panel-ports';
import type { JoinFrame } from './relay-frames';
import { relayedFrames } from './relayed-frames';

/** The name under which a panel knocks at the background page. */
export const relayPortName = 'cuecard.relay';

/**
 * For a docked panel that the browser gives no `tabs`: reaches the frames of its tab by way of the
 * background page, which has them.
 */
export function reachFrames(join: JoinFrame): void {
  const { look } = relayedFrames({
    join,
    connect({ hear, lost }) {
      // Once the extension was updated there is nothing to reach any more.
      if (browser.runtime?.id === undefined) return undefined;
      const port = browser.runtime.connect({ name: relayPortName });
      port.onMessage.addListener(hear);
      port.onDisconnect.addListener(lost);
      return (message) => {
        try {
          port.postMessage(message);
        } catch {
          // It has just ended, which is being told.
        }
      };
    },
  });
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (isOwnPage(sender) && v.is(relayCallSchema, message)) look();
  });
  look();
}
