import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

const question = 'i forgot my wifi password';
const other = 'the light on my fibre box turned red this morning';
const squeeze = (text: string) => text.replace(/\s+/g, '');

let desk: Desk;
afterAll(() => desk?.close());

async function start(): Promise<void> {
  await desk?.close();
  desk = await openDesk({ samples: ['harbour-broadband'] });
}

const panels = (page: Page) =>
  page.frames().filter((frame) => frame.url().includes('/panel.html')).length;
/** The same console under another name of this machine, which is another origin to the browser. */
const elsewhere = () => desk.origin.replace('127.0.0.1', 'localhost');

/** A page with nothing of its own but frames, and its panel. */
async function openShell(): Promise<{ page: Page; panel: Panel }> {
  const page = await desk.open('/consoles/shell.html');
  return { page, panel: await panelOf(page) };
}

async function addFrame(page: Page, name: string, url: string) {
  await page.evaluate(
    ([name, url]) => {
      const frame = document.createElement('iframe');
      frame.name = name;
      frame.src = url;
      frame.style.cssText = 'width: 800px; height: 600px; border: 0';
      document.querySelector('main')?.append(frame);
    },
    [name, url] as const,
  );
  const frame = await (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
  await frame?.waitForFunction(() => window.desk !== undefined);
  // The frame offers what the sample console's own page does.
  return frame as unknown as Page;
}
const removeFrame = (page: Page, name: string) =>
  page.evaluate((name) => document.querySelector(`iframe[name="${name}"]`)?.remove(), name);

/** How often it was recorded that a text was answered with cards. */
const timesShown = async (text: string) =>
  (await desk.events()).filter((event) => {
    const { kind, cueText } = event as { kind: string; cueText: string };
    return kind === 'shown' && cueText === text;
  }).length;

describe('a page of several frames has one panel', () => {
  const goesOn = makeChain(start);
  let page: Page;
  let panel: Panel;
  let far: Page;
  let near: Page;

  goesOn(
    'which shows the conversation of a frame from another site, and writes into it',
    async () => {
      ({ page, panel } = await openShell());
      far = await addFrame(page, 'far', `${elsewhere()}/?story=off`);
      await select(far, 'c-maria');
      await customerSays(far, 'c-maria', question);
      await panel.answered(question);
      expect(panels(page)).toBe(1);
      const shown = await panel.answer(1);
      await panel.press('Insert', 1);
      await panel.status(1, 'inserted');
      expect(squeeze(await composerText(far))).toBe(squeeze(shown));
    },
  );

  goesOn('which goes to a frame of the same site that comes to a conversation', async () => {
    near = await addFrame(page, 'near', `${desk.origin}/?story=off`);
    await select(near, 'c-tom');
    await customerSays(near, 'c-tom', other);
    await panel.answered(other);
    expect(panels(page)).toBe(1);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(near)).not.toBe('');
  });

  goesOn('which goes where the agent goes, and obeys the keys pressed there', async () => {
    await far.locator('.reply-box .ProseMirror').click();
    await panel.answered(question);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press(desk.key('1'));
    await expect.poll(() => composerText(far)).toMatch(/password/i);
  });

  goesOn(
    'which goes on to the other when a frame goes away, and counts no question twice',
    async () => {
      await removeFrame(page, 'far');
      await panel.answered(other);
      expect(panels(page)).toBe(1);
      expect(await timesShown(question)).toBe(1);
      expect(await timesShown(other)).toBe(1);
      await removeFrame(page, 'near');
      await panel.heard.waitFor({ state: 'detached' });
      await page.close();
    },
  );
});

describe('a conversation in a window of its own', () => {
  beforeAll(() => desk ?? start());

  it.each([
    ['at an address of the site', '/?story=off'],
    ['written by the page that opened it', ''],
  ])('has its own panel, and the opener keeps its own: %s', async (_, path) => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    const [popout] = await Promise.all([
      desk.context.waitForEvent('page'),
      page.evaluate(openWindow, [path, other] as const),
    ]);
    const own = await panelOf(popout);
    if (path !== '') {
      await select(popout, 'c-tom');
      await customerSays(popout, 'c-tom', other);
    }
    await own.answered(other);
    expect([panels(page), panels(popout)]).toEqual([1, 1]);
    expect(await panel.heard.innerText()).toContain(question);
    await own.press('Insert', 1);
    await own.status(1, 'inserted');
    if (path === '') expect(await popout.locator('textarea').inputValue()).not.toBe('');
    else expect(await composerText(popout)).not.toBe('');
    expect(await composerText(page)).toBe('');
    await popout.close();
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    await page.close();
  });
});

/** Runs in the page: opens its conversation in a window, by address or by writing it. */
function openWindow([path, question]: readonly [string, string]) {
  const opened = window.open(path, '_blank', 'width=900,height=700');
  if (path !== '' || opened === null) return;
  const rows = [
    ['in', 'hello there'],
    ['out', 'Hello, how can I help?'],
    ['in', 'i have a question'],
    ['out', 'Please ask.'],
    ['in', question],
  ];
  const list = rows.map(([side, text]) => `<div class="msg ${side}">${text}</div>`).join('');
  opened.document.write(`<!doctype html><title>Tom</title><style>
    .stream { display: flex; flex-direction: column; height: 300px; width: 500px; overflow: auto }
    .msg { max-width: 60%; margin: 4px; padding: 6px; background: #eee }
    .msg.in { align-self: flex-start } .msg.out { align-self: flex-end; background: #cfe8ff }
    textarea { width: 480px; height: 80px }</style>
    <h2>Tom Reed</h2><div class="stream">${list}</div>
    <textarea placeholder="Reply to Tom"></textarea><button>Send</button>`);
  opened.document.close();
}
