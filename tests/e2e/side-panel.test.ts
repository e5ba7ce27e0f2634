import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { pressBrowserKey } from '../support/browser-key';
import { composerText, customerSays, select, sentReplies } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { openSidePanel } from '../support/open-side-panel';
import { type Panel, panelIn, panelOf } from '../support/panel';

const question = 'i forgot my wifi password';
const other = 'the light on my fibre box turned red this morning';
const third = 'how much is the early termination fee';

let desk: Desk;
let page: Page;
let side: Page;
let panel: Panel;

const it = makeChain(async () => {
  await desk?.close();
  desk = await openDesk();
  page = await desk.open();
  await panelOf(page);
  side = await openSidePanel(desk);
  // Opens the tab that asks for events now, which would else come to the front later.
  await desk.events();
  await page.bringToFront();
  panel = await panelIn(side.mainFrame());
});
afterAll(() => desk?.close());

const pageWidth = (of: Page) =>
  of.evaluate(() => Math.round(document.documentElement.getBoundingClientRect().width));
const windowWidth = (of: Page) => of.evaluate(() => window.innerWidth);

describe('the browser’s side panel', () => {
  it('shows the conversation of the tab in front, and gives the page its room back', async () => {
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    expect((await panel.titles())[0]).toMatch(/wifi password/i);
    await expect.poll(async () => (await pageWidth(page)) - (await windowWidth(page))).toBe(0);
  });

  it('counts a cue once that the docked panel was shown, too', async () => {
    const docked = await panelOf(page);
    await expect.poll(() => docked.frame.locator('[data-ranking="ranked"]').count()).toBe(1);
    await expect
      .poll(async () => (await desk.events()).filter(isShown).length)
      .toBeGreaterThanOrEqual(1);
    // Whatever both panels told before this call was recorded before its answer.
    expect((await desk.events()).filter(isShown)).toHaveLength(1);
  });

  it('inserts exactly the answer shown, and gives the draft back on undo', async () => {
    const composer = page.locator('.reply-box .ProseMirror');
    await composer.click();
    await page.keyboard.type('Hello Maria, ');
    const shown = await panel.answer(1);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(squeeze(await composerText(page))).toBe(squeeze(`Hello Maria, ${shown}`));
    await composer.click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => composerText(page)).toBe('Hello Maria, ');
    expect(await sentReplies(page)).toEqual([]);
  });

  it('inserts what was edited', async () => {
    await panel.press('Edit', 1);
    await panel.cards.first().locator('textarea').fill('It is on the sticker. 在贴纸上 🙂');
    await panel.press('Insert', 1);
    await expect.poll(() => composerText(page)).toMatch(/It is on the sticker. 在贴纸上 🙂/);
  });

  it('finds any answer', async () => {
    await side.getByRole('searchbox').fill('发票');
    await panel.cards.filter({ hasText: '开发票' }).first().waitFor();
    await side.getByRole('searchbox').fill('');
  });

  it('obeys the keys pressed in the page, each once', async () => {
    await customerSays(page, 'c-maria', other);
    await panel.answered(other);
    const composer = page.locator('.reply-box .ProseMirror');
    await composer.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    const shown = await panel.answer(1);
    await page.keyboard.press(desk.key('1'));
    await panel.status(1, 'inserted');
    expect(squeeze(await composerText(page))).toBe(squeeze(shown));
  });

  it('obeys the keys that the browser itself was given', async () => {
    await pressBrowserKey(desk, 'find');
    const focused = () => side.evaluate(() => document.activeElement?.getAttribute('type'));
    await expect.poll(focused, { timeout: 30_000 }).toBe('search');
  });

  it('inserts nothing into another conversation than the one it was shown for', async () => {
    const hasty = await desk.context.newPage();
    // The page switches within the very key press that asks for the answer, before we hear of it.
    await hasty.addInitScript(() => {
      window.addEventListener(
        'keydown',
        ({ code }) => code === 'Digit1' && window.desk.select('c-tom'),
        true,
      );
    });
    await hasty.goto(`${desk.origin}/?story=off`);
    await select(hasty, 'c-maria');
    await customerSays(hasty, 'c-maria', question);
    await panel.answered(question);
    await hasty.locator('.reply-box .ProseMirror').click();
    await hasty.keyboard.press(desk.key('1'));
    await side
      .getByText(/moved to another conversation/i)
      .first()
      .waitFor();
    expect(await composerText(hasty)).toBe('');
    await select(hasty, 'c-maria');
    expect(await composerText(hasty)).toBe('');
    await hasty.close();
    await page.bringToFront();
  });

  it('follows the tab in front, and keeps an unfinished edit of the tab before', async () => {
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', third);
    await panel.answered(third);
    await panel.press('Edit', 1);
    await panel.cards.first().locator('textarea').fill('Half an answer');
    const second = await desk.open();
    await select(second, 'c-chen-jing');
    await customerSays(second, 'c-chen-jing', '地址填错了还没发货，帮我改下');
    await panel.answered('地址填错了还没发货，帮我改下');
    await page.bringToFront();
    await panel.answered(third);
    expect(await panel.cards.first().locator('textarea').inputValue()).toBe('Half an answer');
    await panel.cards.first().locator('textarea').press('Escape');
    await second.close();
  });

  it('follows the tab to another page and back, and says where no console is recognised', async () => {
    await page.route('**/elsewhere', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Not a console' }),
    );
    await page.goto(`${desk.origin}/elsewhere`);
    await side.getByText(/can’t read this page yet/).waitFor();
    await page.goto(`${desk.origin}/?story=off`);
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
  });

  it('says plainly that a tab’s site is not switched on', async () => {
    const blank = await desk.context.newPage();
    await side.getByRole('heading', { name: 'Cuecard is not on in this tab' }).waitFor();
    await blank.close();
    await page.bringToFront();
    await panel.answered(question);
  });

  it('switches on the site of a tab whose address the toolbar button has shown it', async () => {
    await side.evaluate(() => {
      const { query } = chrome.tabs;
      const front = [{ id: 0, url: 'https://console.example/inbox/7' }];
      chrome.tabs.query = (async () => front) as unknown as typeof query;
      chrome.permissions.request = (async (asked: object) => {
        document.title = JSON.stringify(asked);
        chrome.tabs.query = query;
        return false;
      }) as unknown as typeof chrome.permissions.request;
    });
    const blank = await desk.context.newPage();
    await side.getByText('console.example').waitFor();
    await side.getByRole('button', { name: 'Turn on for this site' }).click();
    await side.getByText(/did not allow it/).waitFor();
    expect(JSON.parse(await side.title())).toEqual({ origins: ['https://console.example/*'] });
    await blank.close();
    await page.bringToFront();
    await panel.answered(question);
  });

  it('is the way on pages that let in nothing from elsewhere (COEP)', async () => {
    const strict = await desk.context.newPage();
    await strict.route(`${desk.origin}/**`, async (route) => {
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      };
      await route.fulfill({ response, headers });
    });
    await strict.goto(`${desk.origin}/?story=off`);
    expect(await strict.evaluate(() => window.crossOriginIsolated)).toBe(true);
    await select(strict, 'c-maria');
    await customerSays(strict, 'c-maria', question);
    await panel.answered(question);
    const shown = await panel.answer(1);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(squeeze(await composerText(strict))).toBe(squeeze(shown));
    await strict.close();
  });

  it('gives the docked panel its place back when a key closes it', async () => {
    await page.bringToFront();
    await panel.answered(question);
    await page.locator('.reply-box .ProseMirror').click();
    await page.keyboard.press(desk.key('0'));
    await expect.poll(async () => (await windowWidth(page)) - (await pageWidth(page))).toBe(372);
  });
});

type Event = { readonly kind: string; readonly cueText: string };
const isShown = (event: unknown) =>
  (event as Event).kind === 'shown' && (event as Event).cueText === question;

/** Line breaks and spaces differ between how a card and an editor lay out the same text. */
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
