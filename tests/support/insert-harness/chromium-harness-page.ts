import type { BrowserContext, Page } from 'playwright-core';
import { type HarnessPage, harnessPageOf, readySelector } from './harness-page.ts';

export type ChromiumHarnessPage = HarnessPage & { readonly page: Page };

/** One editor in a page of its own. */
export async function openEditor(
  context: BrowserContext,
  origin: string,
  editor: string,
): Promise<ChromiumHarnessPage> {
  const page = await context.newPage();
  await page.goto(`${origin}/?editor=${editor}`);
  await page.locator(readySelector).waitFor();
  const driven = harnessPageOf({
    run: (work, argument) => page.evaluate(work as never, argument as never),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
  });
  return { ...driven, page };
}
