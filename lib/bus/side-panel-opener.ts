import { browser } from 'wxt/browser';

/**
 * What opens the side panel of this page's window, where the browser has one. Chrome opens it only
 * within a click, so all there is to wait for is waited for here, beforehand.
 */
export async function sidePanelOpener(): Promise<(() => Promise<void>) | undefined> {
  if (browser.sidePanel === undefined) return undefined;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? undefined : () => browser.sidePanel.open({ windowId: id });
}
