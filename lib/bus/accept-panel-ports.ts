import { type Browser, browser } from 'wxt/browser';

/** The name under which the side panel knocks at a tab's console script. */
export const panelPortName = 'cuecard.panel';

/**
 * Lets the side panel reach this console script, by the extension's own ports, which no page can
 * open or hear. Whoever else connects is not let in.
 */
export function acceptPanelPorts(
  welcome: (port: Browser.runtime.Port) => void,
  signal: AbortSignal,
): void {
  const accept = (port: Browser.runtime.Port) => {
    if (port.name !== panelPortName) return;
    if (isOwnPage(port.sender)) welcome(port);
    else port.disconnect();
  };
  browser.runtime.onConnect.addListener(accept);
  signal.addEventListener('abort', () => {
    // Once the extension was updated this script's way to it is gone, and with it the listener.
    browser.runtime?.onConnect?.removeListener(accept);
  });
}

/** A page of this extension: neither another extension nor a script that runs in a web page. */
export function isOwnPage(sender: Browser.runtime.MessageSender | undefined): boolean {
  if (sender === undefined || sender.id !== browser.runtime.id) return false;
  const own = browser.runtime.getURL('/');
  // Firefox does not tell the origin. No address is parsed: a parser may call both "null".
  if (sender.origin !== undefined) return `${sender.origin}/` === own;
  return sender.url?.startsWith(own) ?? false;
}
