import type { KeyInput, Page } from 'puppeteer-core';
import { type HarnessPage, harnessPageOf, readySelector } from './harness-page';

/** One editor in a page of Firefox. */
export async function openFirefoxEditor(
  page: Page,
  origin: string,
  editor: string,
): Promise<HarnessPage> {
  await page.goto(`${origin}/?editor=${editor}`);
  await page.waitForSelector(readySelector);
  return harnessPageOf({
    run: (work, argument) => page.evaluate(work as never, argument as never) as never,
    click: (x, y) => page.mouse.click(x, y),
    async press(key) {
      const [last, ...held] = key.split('+').reverse() as KeyInput[];
      for (const each of held) await page.keyboard.down(each);
      if (last !== undefined) await page.keyboard.press(last);
      for (const each of held) await page.keyboard.up(each);
    },
    type: (text) => page.keyboard.type(text),
  });
}
