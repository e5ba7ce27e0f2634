import { select } from '../../tests/support/desk-page.ts';
import { panelOf } from '../../tests/support/panel.ts';
import type { Scene } from '../gallery-stage.ts';
import { redLight } from './panel-steps.ts';

/** The extension changes under an open tab. */
export const update: Scene = {
  name: 'update',
  words: 'An update',
  screens: [
    {
      name: 'updated',
      words: 'The extension was updated: the draft is kept over the refresh',
      reach: async (stage) => {
        const { desk, page, panel, say } = stage;
        await stage.ask(...redLight);
        await page.locator('.reply-box .ProseMirror').fill(say('Hello Maria, I have just', '您好，我刚帮您'));
        const worker = await desk.serviceWorker();
        updated = desk.context.waitForEvent('serviceworker');
        await worker.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
        await panel.frame.getByText(say('Cuecard was updated', 'Cuecard 已更新')).first().waitFor();
      },
    },
    {
      name: 'kept-draft',
      words: 'Refreshed: the draft is there, to be put back',
      reach: async ({ page, button, customer, say }) => {
        await updated;
        const loaded = page.waitForEvent('load');
        await button('Refresh', '刷新').click();
        await loaded;
        const { frame } = await panelOf(page);
        await select(page, customer);
        await frame.getByText(say('Hello Maria, I have just', '您好，我刚帮您')).first().waitFor();
      },
    },
  ],
};

let updated: Promise<unknown> | undefined;
