import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

let desk: Desk;
let page: Page;
let panel: Panel;

beforeAll(async () => {
  desk = await openDesk();
  page = await desk.open();
  panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', 'i forgot my wifi password');
  await panel.answered('i forgot my wifi password');
  await page.evaluate(() => {
    const overlay = (css: string, popover = false) => {
      const element = document.createElement('div');
      element.style.cssText = `position:fixed;pointer-events:none;background:#fff;margin:0;border:0;${css}`;
      if (popover) element.popover = 'manual';
      document.documentElement.append(element);
      if (popover) element.showPopover();
      return () => element.remove();
    };
    const style = (element: Element | null, property: string, value: string) => {
      const html = element as HTMLElement;
      const before = html.style.getPropertyValue(property);
      html.style.setProperty(property, value, 'important');
      return () =>
        before
          ? html.style.setProperty(property, before, 'important')
          : html.style.removeProperty(property);
    };
    const root = document.documentElement;
    // Our host is the last thing in the page; its tag is random, but not invisible.
    const host = root.lastElementChild;
    const wholePage = 'inset:0;z-index:2147483647';
    const tricks: Record<string, () => () => unknown> = {
      'page opacity 0': () => style(root, 'opacity', '0'),
      'page opacity 0.5': () => style(root, 'opacity', '0.5'),
      'host opacity': () => style(host, 'opacity', '0.01'),
      overlay: () => overlay(wholePage),
      'popover overlay': () => overlay(`${wholePage};width:100vw;height:100vh`, true),
      filter: () => style(root, 'filter', 'invert(1)'),
      transform: () => style(host, 'transform', 'scale(0.5)'),
      'clip path': () => style(host, 'clip-path', 'inset(40%)'),
      blend: () => style(host, 'mix-blend-mode', 'multiply'),
      mask: () => style(host, 'mask-image', 'linear-gradient(transparent, transparent)'),
      'small overlay': () =>
        overlay('right:20px;top:150px;width:90px;height:40px;z-index:2147483647'),
    };
    Object.assign(window, { tricks });
  });
});
afterAll(() => desk?.close());

const tricks = [
  'page opacity 0',
  'page opacity 0.5',
  'host opacity',
  'overlay',
  'popover overlay',
  'filter',
  'transform',
  'clip path',
  'blend',
  'mask',
  'small overlay',
];

type TrickWindow = { tricks: Record<string, () => () => unknown>; undo: () => unknown };

describe('a page that hides the panel under the agent’s hand', () => {
  it.each(
    tricks.flatMap((trick) => [
      { trick, how: 'click' },
      { trick, how: 'key' },
    ]),
  )('gets no insertion out of a $how: $trick', async ({ trick, how }) => {
    await panel.frame.locator('html[data-sight="plain"]').waitFor();
    await page.evaluate((trick) => {
      const win = window as unknown as TrickWindow;
      win.undo = win.tricks[trick]?.() ?? (() => {});
    }, trick);
    // A mask on our own host is the one trick that only the console script can tell.
    if (trick !== 'mask') await panel.frame.locator('html[data-sight="covered"]').waitFor();

    if (how === 'click') {
      const insert = panel.cards.first().getByRole('button', { name: /^Insert/ });
      await insert.evaluate((button: HTMLElement) => button.click());
    } else {
      await page.locator('.reply-box .ProseMirror').focus();
      await page.keyboard.press(desk.key('1'));
    }
    await panel.cards.first().locator('[data-status="refused"]').waitFor();
    expect(await panel.cards.first().locator('[data-status]').innerText()).toMatch(/covered/i);
    expect(await composerText(page)).toBe('');

    await page.evaluate(() => (window as unknown as TrickWindow).undo());
    await panel.frame.locator('html[data-sight="plain"]').waitFor();
    // Leave no status of this trick for the next: Edit and Cancel clear it.
    await panel.press('Edit', 1);
    await panel.cards
      .first()
      .getByRole('button', { name: /^Cancel/ })
      .click();
    await panel.cards.first().locator('[data-status]').waitFor({ state: 'detached' });
  });

  it('does not keep the agent from working afterwards', async () => {
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).not.toBe('');
  });
});
