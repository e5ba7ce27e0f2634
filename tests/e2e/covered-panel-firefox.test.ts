import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildConsole } from '../../demo/build-console.ts';
import { type ServedConsole, serveConsole } from '../../demo/serve-console.ts';
import { must } from '../../lib/base/must';
import {
  type CoverTrick,
  coverTricks,
  giveTricks,
  type TrickWindow,
  unseenByScripts,
} from '../support/cover-tricks';
import { endBackground, systemAccess } from '../support/end-background';
import { askByRelay, farFrameIn } from '../support/far-frame';
import { type FirefoxPanel, firefoxPanelOf } from '../support/firefox-panel';
import {
  firefoxExtension,
  type LaunchedFirefox,
  launchFirefox,
  whyNoFirefox,
} from '../support/launch-firefox';
import { makeChain } from '../support/make-chain';

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
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  /** In the tab that is opened first; undefined until it has shown answers. */
  let first: FirefoxPanel | undefined;
  beforeEach(async () => {
    if (first !== undefined) return;
    await firefox?.close();
    firefox = await launchFirefox(firefoxExtension, { args: systemAccess });
    await showAnswers();
    first = panel;
  });

  async function showAnswers(): Promise<void> {
    page = await firefox.open(`${server.origin}/?story=off`);
    panel = await firefoxPanelOf(page);
    await panel.shows('Answers come to you');
    await panel.click('Harbour Broadband');
    await panel.shows('Imported Harbour Broadband');
    await page.evaluate(() => {
      window.desk.select('c-maria');
      window.desk.customerSays('c-maria', 'i forgot my wifi password');
    });
    await panel.answered('i forgot my wifi password');
    await page.evaluate(giveTricks);
  }

  const sight = (wanted: string) =>
    expect
      .poll(() => panel.frame.evaluate(() => document.documentElement.dataset.sight), within)
      .toBe(wanted);
  const status = () =>
    panel.frame.evaluate(
      () => document.querySelector<HTMLElement>('article [data-status]')?.innerText ?? '',
    );
  const pressInsert = (times = 1) =>
    panel.frame.evaluate((times) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('article button')];
      const insert = buttons.find((button) => button.innerText.startsWith('Insert'));
      for (let time = 0; time < times; time++) insert?.click();
    }, times);
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

  describe('beside a conversation in a frame of another site', () => {
    const question = 'the light on my fibre box turned red this morning';
    let far: Frame;
    let shell: Page | undefined;
    const goesOn = makeChain(async () => {
      await shell?.close();
      shell = await firefox.open(`${server.origin}/consoles/shell.html`);
      page = shell;
      panel = await firefoxPanelOf(page);
      await page.evaluate(giveTricks);
      far = await farFrameIn(page, server.origin);
    });
    const seenBy = ({ frame }: FirefoxPanel) => frame.evaluate(() => document.body.innerText);
    const farText = () => far.evaluate(() => window.desk.composerText());
    const farSays = (conversation: string, text: string) =>
      far.evaluate(
        (conversation, text) => {
          window.desk.select(conversation);
          window.desk.customerSays(conversation, text);
        },
        conversation,
        text,
      );

    goesOn('shows its answers, in this tab alone', async () => {
      await farSays('c-maria', question);
      await panel.answered(question);
      expect(await seenBy(must(first, 'the other tab'))).not.toContain(question);
    });

    goesOn('gets no insertion out of a click on what the page has covered', async () => {
      await sight('plain');
      await play('overlay');
      await pressInsert();
      await expect.poll(status, within).toMatch(/covered/i);
      await undo();
      expect(await farText()).toBe('');
    });

    goesOn('inserts once what is clicked twice', async () => {
      await sight('plain');
      await pressInsert(2);
      await panel.status('inserted');
      expect((await farText()).match(/Maria/g)).toHaveLength(1);
    });

    for (const [times, conversation, text] of [
      ['once', 'c-tom', 'i forgot my wifi password'],
      ['once more', 'c-aisha', question],
    ] as const) {
      goesOn(`does so after the browser ended the background page ${times}`, async () => {
        await endBackground(firefox.browser);
        await farSays(conversation, text);
        await panel.answered(text);
        await panel.click('Insert');
        await panel.status('inserted');
        expect(await farText()).not.toBe('');
      });
    }

    goesOn('has refused in the frame what is meant for another conversation', async () => {
      await farSays('c-maria', 'i forgot my wifi password');
      await panel.answered('i forgot my wifi password');
      const before = await farText();
      const wish = {
        type: 'insert.request',
        requestId: 'late',
        conversationKey: 'of another conversation',
        text: 'For somebody else.',
        mode: 'caret',
        allowNote: false,
      };
      const result = await panel.frame.evaluate(askByRelay, wish);
      expect(result).toEqual({ outcome: 'refused', why: 'conversation-changed' });
      expect(await farText()).toBe(before);
    });

    goesOn('lets the conversation go with the frame', async () => {
      await page.$eval('main iframe', (frame) => frame.remove());
      await expect.poll(() => seenBy(panel), within).not.toContain('i forgot my wifi password');
    });
  });
});
