import { readFileSync } from 'node:fs';
import { panelOf } from '../../tests/support/panel.ts';
import type { Scene } from '../gallery-stage.ts';

/** Pages that no recipe fits. */
export const consoles: Scene = {
  name: 'consoles',
  words: 'A page that Cuecard does not know',
  screens: [
    {
      name: 'guesswork',
      words: 'Read by its looks: how sure each part is, is said',
      reach: async ({ desk, say }) => {
        await desk.context.route('**/unknown/**', (route) => {
          const page = readFileSync('tests/fixtures/unknown-consoles/bubbles-in-out/page.html');
          return route.fulfill({ contentType: 'text/html; charset=utf-8', body: page });
        });
        const page = await desk.context.newPage();
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.goto(`${desk.origin}/unknown/bubbles-in-out/conversations/8812`);
        const panel = await panelOf(page);
        await panel.frame.getByText(say('Reading this page by guesswork', '这个页面是猜着读的')).click();
        const text = say('i forgot my wifi password', '怎么开发票');
        await page.evaluate((text) => {
          const row = document.createElement('div');
          row.className = 'msg in';
          row.textContent = text;
          document.querySelector('.stream')?.append(row);
        }, text);
        await panel.answered(text);
        return page;
      },
    },
    {
      name: 'not-recognised',
      words: 'Not read at all: find an answer by hand, or teach it',
      reach: async ({ desk, say }) => {
        const page = await desk.context.newPage();
        await page.setViewportSize({ width: 1280, height: 720 });
        const body = '<!doctype html><title>News</title><p>No console';
        await page.route('**/news', (route) => route.fulfill({ contentType: 'text/html', body }));
        await page.goto(`${desk.origin}/news`);
        const { frame } = await panelOf(page);
        await frame.getByText(say('can’t read this page', '读不懂这个页面')).waitFor();
        return page;
      },
    },
  ],
};
