import { openPopup } from '../../tests/support/popup.ts';
import type { Scene, Screen } from '../gallery-stage.ts';

/** The toolbar button's popup. */
export const toolbar: Scene = {
  name: 'toolbar',
  words: 'The toolbar button',
  screens: [
    popup('popup-off', 'On a site that is not switched on', 'https://console.example/inbox'),
    popup('popup-on', 'On one that is', 'http://127.0.0.1/inbox'),
    popup('popup-nowhere', 'Where no extension may run', 'chrome://settings'),
  ],
};

function popup(name: string, words: string, url: string): Screen {
  return {
    name,
    words,
    async reach({ desk }) {
      const page = await openPopup(desk, url);
      await page.setViewportSize({ width: 320, height: 300 });
      return page;
    },
    part: (page) => page.locator('body'),
    // A popup lives for one look.
    async reopen(page) {
      await page.reload();
      await page.locator('main').waitFor();
    },
  };
}
