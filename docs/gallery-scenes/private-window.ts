import type { Page } from 'playwright-core';
import { panelOf } from '../../tests/support/panel.ts';
import type { Scene, Stage } from '../gallery-stage.ts';

/** Nothing is kept. */
export const privateWindow: Scene = {
  name: 'private-window',
  words: 'A private window',
  screens: [
    {
      name: 'not-kept',
      words: 'Nothing of it is kept, which is said before anything is brought in',
      reach: async (stage) => {
        await allowInPrivate(stage);
        const page = await openPrivately(stage);
        await page.setViewportSize({ width: 1280, height: 720 });
        const { frame } = await panelOf(page);
        await frame.getByText(stage.say('Nothing is kept in this window', '此窗口不会保存')).first().waitFor();
        return page;
      },
    },
  ],
};

/** "Allow in Incognito" at chrome://extensions, which starts the extension anew. */
async function allowInPrivate({ desk }: Stage): Promise<void> {
  const page = await desk.context.newPage();
  await page.goto('chrome://extensions');
  const started = desk.context.waitForEvent('serviceworker');
  await page.evaluate(async (extensionId) => {
    type Configuring = { updateExtensionConfiguration(change: object): Promise<void> };
    const { developerPrivate } = chrome as unknown as { developerPrivate: Configuring };
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, desk.extensionId);
  await started;
  await page.close();
}

async function openPrivately({ desk }: Stage): Promise<Page> {
  const url = `${desk.origin}/?story=off`;
  const worker = await desk.serviceWorker();
  const [page] = await Promise.all([
    desk.context.waitForEvent('page', (page) => page.url().startsWith(desk.origin)),
    worker.evaluate(async (url) => {
      await chrome.windows.create({ incognito: true, url });
    }, url),
  ]);
  return page;
}
