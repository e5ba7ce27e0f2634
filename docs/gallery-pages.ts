import type { Page } from 'playwright-core';
import type { Screen, Stage } from './gallery-stage.ts';

/** The extension's own pages. They come after the panel's screens, whose sample they show. */
export const pageScreens: readonly Screen[] = [
  { name: 'popup-off', words: 'The toolbar button on a site that is not switched on', reach: popup('https://console.example/inbox') },
  { name: 'popup-on', words: 'The same on one that is', reach: popup('http://127.0.0.1/inbox') },
  { name: 'popup-nowhere', words: 'And where no extension may run', reach: popup('chrome://settings') },
  {
    name: 'studio-answer',
    words: 'The Studio: an answer, and what agents would see for a message',
    reach: async (stage) => {
      const studio = await stage.open('studio.html');
      await studio.getByRole('option').first().click();
      await studio.locator('#studio-title').waitFor();
      const message = stage.say('box shows a red lamp since this morning', '地址填错了还没发货，帮我改下');
      await studio.getByPlaceholder(stage.say('Write what a customer would write', '')).last().fill(message);
      await studio.getByText(stage.say('Direct', '直接回答')).first().waitFor();
      return studio;
    },
  },
];

function popup(url: string): (stage: Stage) => Promise<Page> {
  return async ({ desk }) => {
    const page = await desk.context.newPage();
    await page.setViewportSize({ width: 320, height: 300 });
    // In a tab of its own the popup would ask about itself.
    await page.addInitScript((url) => {
      chrome.tabs.query = (async () => [{ url }]) as unknown as typeof chrome.tabs.query;
    }, url);
    await page.goto(`chrome-extension://${desk.extensionId}/popup.html`);
    await page.locator('main').waitFor();
    return page;
  };
}
