import { browser } from 'wxt/browser';
import { panelPortNames } from './accept-panel-ports';
import { type ConsolePort, makeConsolePort } from './console-port';

export type TabPort = {
  readonly console: ConsolePort;
  /** Calls back when the page has gone, or its console script with it. */
  onGone(listener: () => void): void;
  close(): void;
};

/** Reaches the console script of a tab; rejects when there is none in it that answers. */
export function openTabPort(tabId: number): Promise<TabPort> {
  return new Promise((resolve, reject) => {
    const port = browser.tabs.connect(tabId, { frameId: 0, name: panelPortNames.side });
    const made = makeConsolePort((message) => port.postMessage(message));
    let goneListener = () => {};
    let isGone = false;
    port.onDisconnect.addListener(() => {
      // Read, or the browser reports it as an error that nobody saw to.
      void browser.runtime.lastError;
      isGone = true;
      goneListener();
      reject(new Error('No console script in this tab'));
    });
    // The script's first word shows that it is there: a port opens to any tab at all.
    port.onMessage.addListener((message: unknown) => {
      made.receive(message);
      resolve({
        console: made.port,
        onGone(listener) {
          goneListener = listener;
          if (isGone) listener();
        },
        close: () => port.disconnect(),
      });
    });
  });
}
