import type { Page } from 'playwright-core';
import type { Scene, Screen } from '../gallery-stage.ts';
import { insert } from './panel-steps.ts';

/** The page of all settings. */
export const settings: Scene = {
  name: 'settings',
  words: 'Settings',
  screens: [
    {
      name: 'settings',
      words: 'Everything that can be set, on one page',
      reach: async (stage) => {
        await stage.ask('i forgot my wifi password', '怎么开发票');
        await insert(stage, 1);
        await stage.panel.status(1, 'inserted');
        const page = await stage.open('options.html', { width: 900, height: 1100 });
        await page.getByRole('heading', { level: 1 }).waitFor();
        return page;
      },
    },
    part('settings-consoles', 'A console with its health: when it was last read and written into', ['Consoles', '工作台']),
    part('settings-data', 'What is kept, saved and erased', ['Your data', '您的数据']),
    {
      name: 'settings-policy',
      words: 'Set by an organisation, and what of it cannot be used',
      reach: async ({ desk, language }) => {
        const page = await desk.context.newPage();
        await page.setViewportSize({ width: 900, height: 700 });
        // What an administrator's browser management gives.
        await page.addInitScript((given) => {
          chrome.storage.managed.get = (async () => given) as unknown as typeof chrome.storage.managed.get;
        }, { ...policy, language });
        await page.goto(`chrome-extension://${desk.extensionId}/options.html`);
        await page.getByText('desk.example').first().waitFor();
        return page;
      },
    },
  ],
};

const policy = {
  consoles: ['https://desk.example/', 'support.example'],
  hub: 'https://cuecard.example',
  colour: 'blue',
};

function part(name: string, words: string, heading: readonly [string, string]): Screen {
  let title = '';
  return {
    name,
    words,
    async reach(stage): Promise<Page> {
      title = stage.say(...heading);
      return stage.open('options.html');
    },
    part: (page) => page.locator('section', { has: page.getByRole('heading', { level: 2, name: title, exact: true }) }),
  };
}
