import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { frameWordSchema, type RelayCall } from '../protocol/frame-relay';
import { isOwnPage } from './accept-panel-ports';
import { followFrames } from './follow-frames';
import { relayPortName } from './reach-frames';
import { relayFrames } from './relay-frames';

const call: RelayCall = { to: 'docked' };

/**
 * In Firefox's background page: relays between a docked panel and the frames of its tab. Which tab
 * that is the browser says, and what is relayed is kept nowhere: when the browser ends this page the
 * ports end with it, the panel knocks anew, and the frames tell of themselves anew.
 */
export function serveFrameRelay(): void {
  const panels = new Set<Browser.runtime.Port>();

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== relayPortName) return;
    const tabId = port.sender?.tab?.id;
    if (tabId === undefined || !isOwnPage(port.sender)) return port.disconnect();
    panels.add(port);
    const relay = relayFrames({
      tell(message) {
        // After its end there is nobody to tell.
        if (panels.has(port)) port.postMessage(message);
      },
      follow: (join) => followFrames({ tabId, kind: 'docked', join }),
    });
    port.onMessage.addListener(relay.hear);
    port.onDisconnect.addListener(() => {
      panels.delete(port);
      relay.stop();
    });
  });

  browser.runtime.onMessage.addListener((message: unknown, { id, tab }) => {
    const isWord = id === browser.runtime.id && v.is(frameWordSchema, message);
    if (!isWord || tab?.id === undefined) return;
    if ([...panels].some(({ sender }) => sender?.tab?.id === tab.id)) return;
    // Its panel knew of no frame, and let this page be ended. Rejects where there is no panel.
    browser.tabs.sendMessage(tab.id, call).catch(() => {});
  });
}
