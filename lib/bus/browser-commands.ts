import { type Browser, browser } from 'wxt/browser';
import type { Action } from '../protocol/console-messages';

/** What may be given a key in the browser's own list of shortcuts; the manifest names the same. */
const commandActions = [
  'insert-1',
  'insert-2',
  'insert-3',
  'find',
  'toggle',
] as const satisfies readonly Action[];
type CommandAction = (typeof commandActions)[number];

const isCommandAction = (name: unknown): name is CommandAction =>
  commandActions.some((action) => action === name);

/** In the service worker: tells the console of the tab in front what the browser's key was for. */
export function passCommandsOn(): void {
  browser.commands?.onCommand.addListener((action, tab) => {
    if (tab?.id === undefined || !isCommandAction(action)) return;
    // Rejects where Cuecard is not on: there is no console then, and nothing to do.
    browser.tabs.sendMessage(tab.id, { to: 'console', action }, { frameId: 0 }).catch(() => {});
  });
}

/** In the console script: hears of such keys. No page and no other extension can send to it. */
export function acceptCommands(
  onAction: (action: CommandAction) => void,
  signal: AbortSignal,
): void {
  const accept = (message: unknown, sender: Browser.runtime.MessageSender) => {
    const told = message as { readonly to?: unknown; readonly action?: unknown } | null;
    const isOwn = sender.id === browser.runtime.id && sender.tab === undefined;
    if (told?.to !== 'console' || !isOwn) return;
    if (isCommandAction(told.action)) onAction(told.action);
  };
  browser.runtime.onMessage.addListener(accept);
  signal.addEventListener('abort', () => {
    browser.runtime?.onMessage?.removeListener(accept);
  });
}
