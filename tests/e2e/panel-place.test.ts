import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

let desk: Desk;
let page: Page;
let panel: Panel;

const it = makeChain(async () => {
  await desk?.close();
  desk = await openDesk();
  page = await desk.open();
  panel = await panelOf(page);
});
afterAll(() => desk?.close());

/** What the page has left, and what the panel has, in px from the window's left edge. */
async function places() {
  const left = await page.evaluate(() => {
    const { left, right } = document.documentElement.getBoundingClientRect();
    return { pageLeft: Math.round(left), pageRight: Math.round(right) };
  });
  return { ...left, panelWidth: await panel.frame.evaluate(() => window.innerWidth) };
}

/** The panel takes its place once the brain has told it the settings. */
const within = { timeout: 30_000 };

/** How far down the page goes, how high the panel is, and whether the panel lies over the reply box. */
async function heights() {
  const panelHeight = await panel.frame.evaluate(() => window.innerHeight);
  return page.evaluate((panelHeight) => {
    const root = document.querySelector('.reply-box')?.getBoundingClientRect();
    const box = document.querySelector('.reply-box .ProseMirror')?.getBoundingClientRect();
    const hit = box && document.elementFromPoint(box.left + 20, box.bottom - 4);
    return {
      page: Math.round(root?.bottom ?? 0),
      panel: panelHeight,
      isCovered: !hit?.closest('.reply-box'),
    };
  }, panelHeight);
}

const openMenu = async () => {
  await panel.frame.getByRole('button', { name: 'Settings and import' }).click();
};

/**
 * Drags the handle by this many px to the right, as far as the panel is told: where on the screen a
 * driven mouse stands Chromium works out from a place of the frame that is not its last one.
 */
async function drag(byPx: number, end: 'pointerup' | 'Escape') {
  const { pageLeft, pageRight, panelWidth } = await places();
  const handle = panel.frame.getByRole('separator');
  await handle.evaluate((handle: HTMLElement) => {
    handle.addEventListener('pointerdown', ({ screenX }) => {
      handle.dataset.grabbed = String(screenX);
    });
  });
  await page.mouse.move(pageLeft > 0 ? pageLeft - 4 : pageRight + 4, 300);
  await page.mouse.down();
  const point = (type: string) =>
    handle.evaluate(
      (handle: HTMLElement, [type, byPx]) => {
        const screenX = Number(handle.dataset.grabbed) + byPx;
        handle.dispatchEvent(new PointerEvent(type, { bubbles: true, screenX }));
      },
      [type, byPx] as const,
    );
  try {
    await point('pointermove');
    const dragged = panelWidth + (pageLeft > 0 ? byPx : -byPx);
    await expect.poll(places, within).toMatchObject({ panelWidth: dragged });
    await (end === 'Escape' ? handle.press('Escape') : point('pointerup'));
  } finally {
    // Held on, it would make every later test fail too.
    await page.mouse.up();
  }
}

describe('the panel’s place beside the console', () => {
  it('is made wider and narrower at its inner edge, the page following, and kept after a reload', async () => {
    await expect
      .poll(places, within)
      .toEqual({ pageLeft: 0, pageRight: 1280 - 372, panelWidth: 372 });
    await panel.frame.getByRole('separator').press('End');
    await expect.poll(places, within).toMatchObject({ pageRight: 640, panelWidth: 640 });
    await drag(100, 'pointerup');
    for (let step = 0; step < 2; step++) {
      await panel.frame.getByRole('separator').press('ArrowRight');
    }
    const panelWidth = 640 - 100 - 2 * 16;
    await expect.poll(places, within).toMatchObject({ panelWidth });
    await expect
      .poll(() => panel.frame.getByRole('separator').getAttribute('aria-valuenow'))
      .toBe(String(panelWidth));
    await page.reload();
    panel = await panelOf(page);
    await expect
      .poll(places, within)
      .toEqual({ pageLeft: 0, pageRight: 1280 - panelWidth, panelWidth });
  });

  it('goes back where it was when a drag is given up with Esc', async () => {
    const before = await places();
    await drag(60, 'Escape');
    await expect.poll(places, within).toEqual(before);
  });

  it('moves to the left and changes its width without dragging', async () => {
    const { panelWidth } = await places();
    await openMenu();
    await panel.frame.getByRole('radio', { name: 'Left' }).check();
    await expect.poll(places, within).toMatchObject({ pageLeft: panelWidth, pageRight: 1280 });
    await panel.frame.getByRole('button', { name: 'Wider' }).click();
    await expect.poll(places, within).toMatchObject({ pageLeft: panelWidth + 40 });
    await page.keyboard.press('Escape');
    await panel.frame.getByRole('separator').press('Home');
    await expect.poll(places, within).toMatchObject({ pageLeft: 320, panelWidth: 320 });
    await panel.frame.getByRole('separator').press('End');
    await expect.poll(places, within).toMatchObject({ pageLeft: 640, panelWidth: 640 });
    await drag(-200, 'pointerup');
    await expect.poll(places, within).toMatchObject({ pageLeft: 440, panelWidth: 440 });
    await panel.frame.getByRole('separator').press('Home');
    await expect.poll(places, within).toMatchObject({ pageLeft: 320, panelWidth: 320 });
  });

  it('still inserts on the left, where the page was pushed', async () => {
    const question = 'i forgot my wifi password';
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
  });

  it('collapses in one panel of the console and in the other', async () => {
    const second = await desk.open();
    const other = await panelOf(second);
    await other.frame.getByRole('button', { name: 'Collapse the panel' }).click();
    await panel.frame.locator('[data-rail][data-side="left"]').waitFor();
    await expect.poll(places, within).toMatchObject({ pageLeft: 44, panelWidth: 44 });
    await panel.frame.getByRole('button', { name: /^Open Cuecard/ }).click();
    await expect.poll(places, within).toMatchObject({ pageLeft: 320 });
    await second.close();
  });

  it('stands at the bottom, the page made lower by as much, and inserts there', async () => {
    await openMenu();
    await panel.frame.getByRole('radio', { name: 'Bottom' }).check();
    await page.keyboard.press('Escape');
    await expect.poll(heights, within).toEqual({ page: 800 - 320, panel: 320, isCovered: false });
    await panel.frame.getByRole('separator').press('ArrowUp');
    await expect.poll(heights, within).toMatchObject({ page: 800 - 336, panel: 336 });
    const question = 'how much is the early termination fee';
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    await page.locator('.reply-box .ProseMirror').fill('');
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
  });

  it('gives way to a reply box that the page puts where the panel stands', async () => {
    const widthIn = () => panel.frame.evaluate(() => window.innerWidth);
    const fixed = await page.addStyleTag({
      content:
        '.reply-box { position: fixed !important; inset: auto auto 0 0; width: 60vw; height: 260px }',
    });
    await expect.poll(widthIn, within).toBe(336);
    await expect.poll(async () => (await heights()).isCovered).toBe(false);
    await fixed.evaluate((style) => (style as HTMLElement).remove());
    await openMenu();
    await panel.frame.getByRole('radio', { name: 'Left' }).check();
    await page.keyboard.press('Escape');
    await expect.poll(places, within).toMatchObject({ pageLeft: 336, pageRight: 1280 });
  });

  it('lifts a reply box that the page puts across the whole bottom of its window', async () => {
    const fixed = await page.addStyleTag({
      content:
        '.reply-box { position: fixed !important; inset: auto auto 0 0; width: 100vw; height: 200px }',
    });
    await expect.poll(heights, within).toEqual({ page: 800 - 336, panel: 336, isCovered: false });
    const fixedAt = () =>
      page.evaluate(() => document.querySelector<HTMLElement>('.reply-box')?.style.bottom);
    expect(await fixedAt()).not.toBe('');
    await fixed.evaluate((style) => (style as HTMLElement).remove());
    await openMenu();
    await panel.frame.getByRole('radio', { name: 'Right' }).check();
    await panel.frame.getByRole('radio', { name: 'Left' }).check();
    await page.keyboard.press('Escape');
    await expect.poll(places, within).toMatchObject({ pageLeft: 336, pageRight: 1280 });
    expect(await fixedAt()).toBe('');
  });

  it('takes a new key that works in the page at once', async () => {
    await openMenu();
    await panel.frame.getByText('Keys', { exact: true }).click();
    const key = panel.frame.getByRole('button', { name: /: Open or collapse$/ });
    await key.click();
    await key.press('Control+Alt+j');
    await panel.frame.getByRole('button', { name: /^Ctrl\+Alt\+J ?: Open or collapse$/ }).waitFor();
    await page.locator('.reply-box .ProseMirror').click();
    await page.keyboard.press('Control+Alt+j');
    await panel.frame.locator('[data-rail]').waitFor();
    await page.keyboard.press('Control+Alt+j');
    await panel.cards.first().waitFor();
  });
});
