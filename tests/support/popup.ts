import type { Page } from 'playwright-core';
import type { Desk } from './open-desk.ts';

/**
 * The toolbar button's popup. Chromium shows it in a window that cannot be driven, so it opens in
 * a tab, told that another page is in front.
 */
export async function openPopup(desk: Desk, url: string): Promise<Page> {
  const page = await desk.context.newPage();
  await page.addInitScript((url) => {
    const query = chrome.tabs.query.bind(chrome.tabs);
    chrome.tabs.query = (async (asked: chrome.tabs.QueryInfo) => {
      if (!asked.active) return query(asked);
      // Of a site that is off the extension sees no address.
      const shown = (await query({})).filter((tab) => tab.url === url);
      return shown.length > 0 ? shown : [{ url }];
    }) as unknown as typeof chrome.tabs.query;
  }, url);
  await page.goto(`chrome-extension://${desk.extensionId}/popup.html`);
  await page.locator('main').waitFor();
  return page;
}

/** "Allow" in Chromium's own question, which no program can press: the same as at chrome://extensions. */
export async function allowSite(desk: Desk, pattern: string): Promise<void> {
  const page = await desk.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async ([id, pattern]) => {
      type Granting = { addHostPermission(id: string, pattern: string): Promise<void> };
      const { developerPrivate } = chrome as unknown as { developerPrivate: Granting };
      await developerPrivate.addHostPermission(id, pattern);
    },
    [desk.extensionId, pattern] as const,
  );
  await page.close();
}
