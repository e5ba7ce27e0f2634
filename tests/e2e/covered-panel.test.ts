import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CoverTrick,
  coverTricks,
  giveTricks,
  hostTricks,
  type TrickWindow,
  unseenByScripts,
} from '../support/cover-tricks';
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
  page.setDefaultTimeout(30_000);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', 'i forgot my wifi password');
  await panel.answered('i forgot my wifi password');
  await page.evaluate(giveTricks);
});
afterAll(() => desk?.close());

const play = (trick: CoverTrick) =>
  page.evaluate((trick) => {
    const win = window as unknown as TrickWindow;
    win.undo = win.tricks[trick]();
  }, trick);
const undo = () => page.evaluate(() => (window as unknown as TrickWindow).undo());

describe('a page that hides the panel under the agent’s hand', () => {
  it.each(
    [...coverTricks, ...unseenByScripts].flatMap((trick) => [
      { trick, how: 'click' },
      { trick, how: 'key' },
    ]),
  )('gets no insertion out of a $how: $trick', async ({ trick, how }) => {
    await panel.inPlainSight();
    await play(trick);
    try {
      await panel.frame.locator('html[data-sight="covered"]').waitFor();
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
    } finally {
      await undo();
    }
    await panel.inPlainSight();
    // Leave no status of this trick for the next: Edit and Cancel clear it.
    await panel.press('Edit', 1);
    await panel.cards
      .first()
      .getByRole('button', { name: /^Cancel/ })
      .click();
    await panel.cards.first().locator('[data-status]').waitFor({ state: 'detached' });
  });

  it('changes nothing by what it does to the panel’s own element', async () => {
    const look = () =>
      page.evaluate((tricks) => {
        const { host } = window as unknown as TrickWindow;
        const computed = getComputedStyle(host);
        const { x, y, width, height } = host.getBoundingClientRect();
        return [x, y, width, height, ...tricks.map((name) => computed.getPropertyValue(name))];
      }, hostTricks);
    const before = await look();
    await page.evaluate(() => {
      const { host } = window as unknown as TrickWindow;
      const bad =
        'opacity: 0.01; transform: scale(0.5); filter: blur(9px); clip-path: inset(40%);' +
        'mask-image: linear-gradient(transparent, transparent); mix-blend-mode: multiply;' +
        'display: none; width: 1px; z-index: -1; animation: hide 1s forwards; transition: all 9s;';
      const important = bad.replaceAll(';', ' !important;');
      const sheet = document.createElement('style');
      sheet.textContent = `@keyframes hide { to { opacity: 0 } } html > ${host.localName} { ${important} }`;
      document.head.append(sheet);
      host.style.cssText = important;
      host.hidden = true;
      host.animate([{ opacity: 0 }], { duration: 1, fill: 'forwards' });
    });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await look()).toEqual(before);
  });

  it('does not keep the agent from working afterwards', async () => {
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).not.toBe('');
  });
});
