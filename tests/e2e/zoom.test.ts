import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { overflowing } from '../support/longer-words';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

const question = 'the light on my fibre box turned red this morning';

let desk: Desk;
let page: Page;
let panel: Panel;

beforeAll(async () => {
  desk = await openDesk({ samples: ['harbour-broadband'] });
  await desk.ask('settings.change', { language: 'en', welcomed: true });
  page = await desk.open();
  panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', question);
  await panel.answered(question);
  await panel.cards.first().waitFor();
});
afterAll(() => desk?.close());

/** The browser's own zoom, as Ctrl+Plus sets it. */
async function zoom(factor: number) {
  const worker = await desk.serviceWorker();
  await worker.evaluate(
    async ([origin, factor]) => {
      const [tab] = await chrome.tabs.query({ url: `${origin}/*` });
      if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, factor);
    },
    [desk.origin, factor] as const,
  );
  const width = 1280 / factor;
  await expect
    .poll(async () => Math.abs((await page.evaluate(() => window.innerWidth)) - width))
    .toBeLessThanOrEqual(1);
}

const handle = () => panel.frame.getByRole('separator');
const panelWidth = () => panel.frame.evaluate(() => window.innerWidth);

async function widen(to: number) {
  await handle().press('Home');
  if (to === 640) await handle().press('End');
  await expect.poll(() => handle().getAttribute('aria-valuenow')).toBe(to === 640 ? '640' : '320');
}

/** Buttons and fields that are too small to hit; WCAG 2.2, 2.5.8. */
const small = () =>
  panel.frame.evaluate(
    (least) =>
      [...document.querySelectorAll<HTMLElement>('button, summary, input:not([hidden]), textarea')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < least || box.width < least))
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    // 24, less what rounding to whole pixels of the screen takes off.
    23.5,
  );

/** Controls that cannot be brought into sight, by scrolling the panel or otherwise. */
const unreachable = () =>
  panel.frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input:not([hidden])')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        element.scrollIntoView({ block: 'nearest' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit === null || !(element.contains(hit) || hit.contains(element));
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent),
  );

/** How far the panel's page could be scrolled; any of it would count as covered. */
const toScroll = () =>
  panel.frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);

const levels = [0.5, 0.67, 1, 1.5, 2];
const widths = [320, 640];

describe.each(levels)('at a zoom of %s', (factor) => {
  it('the panel stays, and the page with it', () => zoom(factor));

  it.each(widths)(
    'a panel of %s px cuts nothing off, and every control is in reach',
    async (to) => {
      await widen(to);
      expect(await overflowing(panel.frame)).toEqual([]);
      const sideways = await panel.frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(sideways).toBe(0);
      expect(await toScroll()).toBe(0);
      expect(await small()).toEqual([]);
      await expect.poll(unreachable).toEqual([]);
    },
  );

  it.each(widths)('a panel of %s px pushes the page and leaves it room', async (to) => {
    await widen(to);
    await expect
      .poll(async () => {
        const right = await page.evaluate(
          () => document.documentElement.getBoundingClientRect().right,
        );
        const all = await page.evaluate(() => window.innerWidth);
        return Math.abs(right + (await panelWidth()) - all) <= 1 && right >= 319;
      })
      .toBe(true);
  });

  it('answers are inserted', async () => {
    await widen(320);
    await page.locator('.reply-box .ProseMirror').fill('');
    await panel.press('Insert', 1);
    const status = panel.cards.first().locator('[data-status]');
    await expect
      .poll(() => status.innerText().catch(() => ''), { timeout: 30_000 })
      .toMatch(/^✓ Inserted/);
  });
});
