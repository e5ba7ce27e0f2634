import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConsole } from '../../demo/build-console.ts';
import { type ServedConsole, serveConsole } from '../../demo/serve-console.ts';
import {
  type CoverTrick,
  coverTricks,
  giveTricks,
  type TrickWindow,
  unseenByScripts,
} from '../support/cover-tricks';
import { type FirefoxPanel, firefoxPanelOf } from '../support/firefox-panel';
import {
  firefoxExtension,
  type LaunchedFirefox,
  launchFirefox,
  whyNoFirefox,
} from '../support/launch-firefox';

const why = whyNoFirefox(firefoxExtension);
if (why !== undefined) console.warn(`Skipped: ${why}`);
const within = { timeout: 30_000, interval: 30 };

describe.skipIf(why !== undefined)(`covered in Firefox${why ? ` (${why})` : ''}`, () => {
  let server: ServedConsole;
  let firefox: LaunchedFirefox;
  let page: Page;
  let panel: FirefoxPanel;

  beforeAll(async () => {
    server = await serveConsole(await buildConsole());
    firefox = await launchFirefox(firefoxExtension);
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  it('shows answers', async () => {
    page = await firefox.open(`${server.origin}/?story=off`);
    panel = await firefoxPanelOf(page);
    await panel.click('Harbour Broadband');
    await panel.shows('Imported Harbour Broadband');
    await page.evaluate(() => {
      window.desk.select('c-maria');
      window.desk.customerSays('c-maria', 'i forgot my wifi password');
    });
    await panel.answered('i forgot my wifi password');
    await page.evaluate(giveTricks);
  });

  const sight = (wanted: string) =>
    expect
      .poll(() => panel.frame.evaluate(() => document.documentElement.dataset.sight), within)
      .toBe(wanted);
  const status = () =>
    panel.frame.evaluate(
      () => document.querySelector<HTMLElement>('article [data-status]')?.innerText ?? '',
    );
  const pressInsert = () =>
    panel.frame.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('article button')];
      buttons.find((button) => button.innerText.startsWith('Insert'))?.click();
    });
  const composerText = () => page.evaluate(() => window.desk.composerText());
  const play = (trick: CoverTrick) =>
    page.evaluate((trick) => {
      const win = window as unknown as TrickWindow;
      win.undo = win.tricks[trick]();
    }, trick);
  const undo = () => page.evaluate(() => (window as unknown as TrickWindow).undo());

  it.each([...coverTricks])('gets no insertion out of a click: %s', async (trick) => {
    await sight('plain');
    await play(trick);
    try {
      await sight('covered');
      await pressInsert();
      await expect.poll(status, within).toMatch(/covered/i);
      expect(await composerText()).toBe('');
    } finally {
      await undo();
    }
    await sight('plain');
    await panel.click('Edit');
    await panel.click('Cancel');
    await expect.poll(status, within).toBe('');
  });

  it.each([...coverTricks])(
    'gets no insertion out of a click at the very moment: %s',
    async (trick) => {
      await sight('plain');
      await play(trick);
      await pressInsert();
      try {
        await expect.poll(status, within).toMatch(/covered/i);
        expect(await composerText()).toBe('');
      } finally {
        await undo();
      }
      await sight('plain');
      await panel.click('Edit');
      await panel.click('Cancel');
    },
  );

  it('does not keep the agent from working afterwards', async () => {
    await sight('plain');
    await panel.click('Insert');
    await panel.status('inserted');
    expect(await composerText()).not.toBe('');
  });

  // Firefox has no Intersection Observer v2, and no script can look into a closed root that is not
  // its own. When this fails, Firefox can tell: then the trick belongs among the others.
  it.each([...unseenByScripts])('cannot tell: %s', async (trick) => {
    await page.evaluate(() => window.desk.select('c-tom'));
    await page.evaluate(() => window.desk.customerSays('c-tom', 'i forgot my wifi password'));
    await panel.answered('i forgot my wifi password');
    await sight('plain');
    await play(trick);
    await pressInsert();
    await panel.status('inserted');
    await undo();
  });
});
