import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

type DeskWindow = {
  desk: {
    seen: string[];
    show(id: number): void;
    says(from: 'q' | 'w', text: string): void;
    forge(): void;
  };
};

/** A console that no recipe knows and whose looks tell nothing, at `/teach/inbox/801`. */
export async function serveTeachDesk(context: BrowserContext): Promise<void> {
  await context.route('**/teach/**', (route) => {
    const body = readFileSync('tests/fixtures/teach-desk/page.html');
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
}

/** What the page has noticed of clicks and keys. */
export const seenBy = (page: Page) =>
  page.evaluate(() => (window as unknown as DeskWindow).desk.seen);
export const forgeIn = (page: Page) =>
  page.evaluate(() => (window as unknown as DeskWindow).desk.forge());
export const customerWrites = (page: Page, text: string) =>
  page.evaluate((text) => (window as unknown as DeskWindow).desk.says('q', text), text);
/** Clicks where the text stands, as a hand does: whatever lies over it gets the click. */
export async function clickAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).last().boundingBox();
  if (box === null) throw new Error(`${selector} is not in sight`);
  await page.mouse.click(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
}
