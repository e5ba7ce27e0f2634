import { type Browser, browser } from 'wxt/browser';

/** The side panel, and, to reach the frames of its page, the docked one. */
export type PanelKind = 'docked' | 'side';
/** The names under which they knock at a console script. */
export const panelPortNames = { docked: 'cuecard.docked', side: 'cuecard.side' } as const;

/**
 * Lets the panels reach this console script, by the extension's own ports, which no page can
 * open or hear. Whoever else connects is not let in.
 */
export function acceptPanelPorts(
  welcome: (port: Browser.runtime.Port, kind: PanelKind) => void,
  signal: AbortSignal,
): void {
  const accept = (port: Browser.runtime.Port) => {
    const kind = (['docked', 'side'] as const).find((one) => port.name === panelPortNames[one]);
    if (kind === undefined) return;
    if (isOwnPage(port.sender)) welcome(port, kind);
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
