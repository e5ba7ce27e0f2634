import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framedEditors, serveFramedEditor } from '../support/early-listeners';
import { type FirefoxPanel, firefoxPanelOf } from '../support/firefox-panel';
import {
  firefoxExtension,
  type LaunchedFirefox,
  launchFirefox,
  whyNoFirefox,
} from '../support/launch-firefox';

const why = whyNoFirefox(firefoxExtension);
if (why !== undefined) console.warn(`Skipped: ${why}`);
const within = { timeout: 30_000, interval: 50 };
const question = 'i forgot my wifi password';
const modifiers = process.platform === 'linux' ? (['Control', 'Alt'] as const) : (['Alt'] as const);

describe.skipIf(why !== undefined)(`framed editors in Firefox${why ? ` (${why})` : ''}`, () => {
  let firefox: LaunchedFirefox;
  beforeAll(async () => {
    firefox = await launchFirefox(firefoxExtension);
  });
  afterAll(() => firefox?.close());

  let hasAnswers = false;
  async function hear(page: Page): Promise<FirefoxPanel> {
    const panel = await firefoxPanelOf(page);
    if (!hasAnswers) {
      await panel.click('Harbour Broadband');
      await panel.shows('Imported Harbour Broadband');
      hasAnswers = true;
    }
    await page.evaluate((question) => {
      const row = document.querySelector('.turn-kunde')?.cloneNode(true) as HTMLElement;
      if (row.firstElementChild) row.firstElementChild.textContent = question;
      document.querySelector('.conv')?.append(row);
    }, question);
    await panel.answered(question);
    return panel;
  }

  it.each(framedEditors)(
    'let the shortcuts be heard, also where both documents stop keys first: %s',
    async (by) => {
      const framed = await serveFramedEditor(by);
      const page = await firefox.open(framed.origin);
      const panel = await hear(page);
      const inside = await editorIn(page);
      const text = () => inside.evaluate(() => document.body.innerText.trim());
      const early = () => inside.evaluate(() => window.early ?? []);
      await page.click('#ed');
      await page.keyboard.type('Hi ');
      await expect.poll(text, within).toBe('Hi');
      if (by !== 'written') expect(await early()).toContain('keydown KeyH');
      await panel.inPlainSight();
      for (const each of modifiers) await page.keyboard.down(each);
      await page.keyboard.press('1');
      for (const each of modifiers) await page.keyboard.up(each);
      // The page's earlier questions, which nothing answers, are groups of their own.
      await panel.has('[data-status="inserted"]');
      expect((await text()).match(/password/gi)?.length).toBeGreaterThan(0);
      expect(await text()).toMatch(/^Hi /);
      expect(await early()).not.toContain('keydown Digit1');
      await page.close();
      await framed.close();
    },
  );
});

async function editorIn(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#ed');
  const frame = await element?.contentFrame();
  if (frame == null) throw new Error('The page has no editor');
  return frame;
}
