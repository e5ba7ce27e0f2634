import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';

const within = { timeout: 30_000, interval: 50 };

/** The panel beside a page in Firefox, as a person sees and uses it. */
export type FirefoxPanel = {
  readonly frame: Frame;
  /** Waits until the panel shows this text. */
  shows(text: string | RegExp): Promise<void>;
  /** Waits until the panel has an element. */
  has(selector: string): Promise<void>;
  /** Waits until the panel has answered exactly this text of the customer. */
  answered(text: string): Promise<void>;
  titles(): Promise<string[]>;
  /** Waits until the first card says what became of the last wish. */
  status(status: string): Promise<void>;
  /** Waits until a key or click counts at once; see lib/faces/cover-guard.ts. */
  inPlainSight(): Promise<void>;
  /** Clicks the first button whose words begin so; with the mouse, as only that is trusted. */
  click(words: string): Promise<void>;
};

/** Waits for the framed panel of a page. */
export async function firefoxPanelOf(page: Page): Promise<FirefoxPanel> {
  const panels = () =>
    page.frames().filter((frame) => /^moz-extension:.*\/panel\.html/.test(frame.url()));
  await expect.poll(() => panels().length, within).toBe(1);
  const [frame] = panels();
  if (frame === undefined) throw new Error('The page has no panel');
  const seen = (selector: string) =>
    frame.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '',
      selector,
    );
  const there = (selector: string) =>
    expect
      .poll(() => frame.evaluate((s) => document.querySelector(s) !== null, selector), within)
      .toBe(true);
  await there('main, [data-rail]');
  return {
    frame,
    shows: (text) => expect.poll(() => seen('body'), within).toMatch(text),
    has: there,
    async answered(text) {
      const heard = 'section[aria-label*="customer" i]';
      await expect.poll(() => seen(heard), within).toContain(text);
      await there('[data-ranking="ranked"]');
    },
    titles: () =>
      frame.evaluate(() => [...document.querySelectorAll('article h3')].map((h) => h.textContent)),
    status: (status) => there(`article:first-of-type [data-status="${status}"]`),
    inPlainSight: () => there('html[data-sight="plain"]'),
    async click(words) {
      const inFrame = await frame.evaluate(spotOfButton, words);
      const { x, y } = await page.evaluate(cornerOnScreen);
      await page.mouse.click(inFrame.x - x, inFrame.y - y);
    },
  };
}

// Puppeteer finds no way from a frame in a closed shadow root to the page's coordinates; Firefox
// tells both documents where they are on the screen.
declare const window: { readonly mozInnerScreenX: number; readonly mozInnerScreenY: number };

const cornerOnScreen = () => ({ x: window.mozInnerScreenX, y: window.mozInnerScreenY });

/** Runs in the panel: the middle of a button on the screen, once nothing covers or moves it. */
async function spotOfButton(words: string): Promise<{ x: number; y: number }> {
  // A panel that has just come up still moves to its place.
  const restsForFrames = 15;
  let last = '';
  let frames = 0;
  for (const start = performance.now(); performance.now() - start < 15_000; ) {
    await new Promise(requestAnimationFrame);
    const button = [...document.querySelectorAll('button')].find(
      (each) => each.innerText.trim().startsWith(words) && each.offsetWidth > 0,
    );
    if (button === undefined) continue;
    button.scrollIntoView({ block: 'nearest' });
    const box = button.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isFree = button.contains(document.elementFromPoint(x, y));
    const spot = { x: x + window.mozInnerScreenX, y: y + window.mozInnerScreenY };
    const now = isFree ? JSON.stringify(spot) : '';
    frames = now !== '' && now === last ? frames + 1 : 0;
    if (frames >= restsForFrames) return spot;
    last = now;
  }
  throw new Error(`The panel has no button ${words}`);
}
