import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedConsole } from '../../demo/serve-console.ts';
import { composerText, customerSays, select } from '../support/desk-page';
import { framedEditors, serveEarlyListeners, serveFramedEditor } from '../support/early-listeners';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

const question = 'i forgot my wifi password';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ samples: ['harbour-broadband'] });
});
afterAll(() => desk?.close());

async function hear(page: Page): Promise<Panel> {
  const panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', question);
  await panel.answered(question);
  return panel;
}

describe('a page that lets in nothing from elsewhere', () => {
  it.each([
    ['cross-origin-embedder-policy', 'require-corp'],
    ['cross-origin-embedder-policy', 'credentialless'],
    ['document-isolation-policy', 'isolate-and-require-corp'],
    ['content-security-policy', "default-src 'self' 'unsafe-inline'; frame-src 'none'"],
  ])('has the docked panel all the same: %s: %s', async (name, value) => {
    const page = await desk.context.newPage();
    await page.route(`${desk.origin}/?*`, async (route) => {
      const response = await route.fetch();
      const own = { [name]: value, 'cross-origin-opener-policy': 'same-origin' };
      await route.fulfill({ response, headers: { ...response.headers(), ...own } });
    });
    await page.goto(`${desk.origin}/?story=off`);
    const panel = await hear(page);
    const isolated = await page.evaluate(() => window.crossOriginIsolated);
    expect(isolated).toBe(name !== 'content-security-policy');
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).toMatch(/password/i);
    await page.close();
  });
});

describe('a page that listens before anybody else and lets nobody after it hear', () => {
  let server: ServedConsole;
  beforeAll(async () => {
    server = await serveEarlyListeners();
  });
  afterAll(() => server?.close());

  it('leaves the shortcuts working, and gets none of what is typed in the panel', async () => {
    const page = await desk.context.newPage();
    await page.goto(`${server.origin}/?story=off`);
    const panel = await hear(page);
    await page.locator('.reply-box .ProseMirror').click();
    await page.keyboard.type('Hi ');
    expect(await page.evaluate(() => window.early)).toContain('keydown KeyH');
    await panel.inPlainSight();
    await page.keyboard.press(desk.key('1'));
    await panel.status(1, 'inserted');
    expect(await composerText(page)).toMatch(/^Hi .*password/i);
    await panel.frame.getByRole('searchbox').click();
    await page.keyboard.type('router');
    expect(await panel.frame.getByRole('searchbox').inputValue()).toBe('router');
    const heard = await page.evaluate(() => window.early);
    expect(heard).not.toContain('keydown Digit1');
    expect(heard.filter((one) => / (Key[OUE]|[oue])$/.test(one))).toEqual([]);
    await page.close();
  });

  it.each(framedEditors)('leaves them working in its editor’s own frame: %s', async (by) => {
    const framed = await serveFramedEditor(by);
    const page = await desk.context.newPage();
    await page.goto(framed.origin);
    const panel = await panelOf(page);
    await page.evaluate((question) => {
      const row = document.querySelector('.turn-kunde')?.cloneNode(true) as HTMLElement;
      if (row.firstElementChild) row.firstElementChild.textContent = question;
      document.querySelector('.conv')?.append(row);
    }, question);
    await panel.answered(question);
    const body = page.frameLocator('#ed').locator('body');
    await body.click();
    await page.keyboard.type('Hi ');
    const early = () => body.evaluate(() => window.early ?? []);
    if (by !== 'written') expect(await early()).toContain('keydown KeyH');
    await panel.inPlainSight();
    await page.keyboard.press(desk.key('1'));
    await panel.status(1, 'inserted');
    expect(await body.innerText()).toMatch(/^Hi .*password/i);
    expect(await early()).not.toContain('keydown Digit1');
    await page.close();
    await framed.close();
  });
});

describe('a page that fights the panel', () => {
  it('has the browser’s own side panel beside it by one click on what the panel offers', async () => {
    const page = await desk.open();
    const panel = await hear(page);
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const strip = () => {
        host.hidden = true;
        requestAnimationFrame(strip);
      };
      strip();
    });
    await panel.frame.getByText('This page keeps changing').waitFor({ timeout: 20_000 });
    await panel.frame
      .getByText('The browser’s own side panel is out of the page’s reach.')
      .waitFor();
    await panel.frame.getByRole('button', { name: 'Open side panel' }).click();
    const side = await desk.sidePanel();
    await side.getByText(question).first().waitFor();
  });
});
