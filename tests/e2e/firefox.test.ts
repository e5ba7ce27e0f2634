import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { buildConsole } from '../../demo/build-console.ts';
import { type ServedConsole, serveConsole } from '../../demo/serve-console.ts';
import { serveEarlyListeners } from '../support/early-listeners';
import { type FirefoxPanel, firefoxPanelOf } from '../support/firefox-panel';
import {
  firefoxExtension,
  type LaunchedFirefox,
  launchFirefox,
  whyNoFirefox,
} from '../support/launch-firefox';
import { makeChain } from '../support/make-chain';
import { serveFolder } from '../support/serve-folder';

declare const browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const why = whyNoFirefox(firefoxExtension);
if (why !== undefined) console.warn(`Skipped: ${why}`);
const within = { timeout: 30_000, interval: 50 };
const composer = '.reply-box .ProseMirror';
const modifiers = process.platform === 'linux' ? (['Control', 'Alt'] as const) : (['Alt'] as const);

describe.skipIf(why !== undefined)(`the main job in Firefox${why ? ` (${why})` : ''}`, () => {
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

  const it = makeChain(async () => {
    await firefox?.close();
    firefox = await launchFirefox(firefoxExtension);
  });
  const openDesk = () => firefox.open(`${server.origin}/?story=off`);
  const composerText = () => page.evaluate(() => window.desk.composerText());
  const sent = () => page.evaluate(() => window.desk.sent);

  /** Opens the conversation and lets its customer write; waits for the answers. */
  async function hear(conversation: string, text: string): Promise<void> {
    await page.evaluate(
      (conversation, text) => {
        window.desk.select(conversation);
        window.desk.customerSays(conversation, text);
      },
      conversation,
      text,
    );
    await panel.answered(text);
  }

  it('docks the panel, which loads a sample base on one click', async () => {
    page = await openDesk();
    panel = await firefoxPanelOf(page);
    await panel.shows('No answers yet');
    await panel.shows('Answers come to you');
    await panel.click('Harbour Broadband');
    await panel.shows('Imported Harbour Broadband');
  });

  it('shows the right English answer first and inserts it exactly with one click', async () => {
    await hear('c-maria', 'the light on my fibre box turned red this morning');
    expect((await panel.titles())[0]).toMatch(/red light/i);
    await panel.click('Insert');
    await panel.status('inserted');
    const answer = answerIn('harbour-broadband', 'red-light-fibre-box');
    expect(await composerText()).toBe(answer.replace('{{customer.name}}', 'Maria Lopez'));
    expect(await sent()).toEqual([]);
  });

  it('shows the right Chinese answer first and inserts it exactly', async () => {
    await askBrain(panel, 'knowledge.load-sample', { sample: 'kapok-mall' });
    await hear('c-chen-jing', '地址填错了还没发货，帮我改下');
    expect((await panel.titles())[0]).toContain('修改收货地址');
    await panel.click('Insert');
    await panel.status('inserted');
    expect(await composerText()).toBe(answerIn('kapok-mall', 'change-address-unshipped'));
  });

  it('inserts at the caret of a draft and gives the draft back on one undo', async () => {
    await hear('c-tom', 'i forgot my wifi password');
    await page.click(composer);
    await page.keyboard.type('Hello Tom, ');
    await panel.click('Insert');
    await panel.status('inserted');
    const text = await composerText();
    expect(text).toMatch(/^Hello Tom, .{40}/);
    await page.click(composer);
    await press(page, ['Control'], 'z');
    await expect.poll(composerText, within).toBe('Hello Tom, ');
  });

  it('inserts by key from the page', async () => {
    await hear('c-wang-lei', '怎么开发票');
    await page.click(composer);
    await press(page, modifiers, '1');
    await panel.status('inserted');
    expect(await composerText()).not.toBe('');
    expect(await sent()).toEqual([]);
  });

  it('copies the answer where the reply box takes nothing', async () => {
    await hear('c-aisha', 'i forgot my wifi password');
    const refuse = await page.evaluateHandle(() => {
      const refusing = new AbortController();
      const stop = (event: Event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      for (const type of ['paste', 'beforeinput'])
        window.addEventListener(type, stop, { capture: true, signal: refusing.signal });
      return refusing;
    });
    await panel.click('Insert');
    await panel.status('copied-instead');
    expect(await composerText()).toBe('');
    await refuse.evaluate((refusing) => refusing.abort());
    await page.click(composer);
    await press(page, ['Control'], 'v');
    await expect.poll(composerText, within).toMatch(/password/i);
    expect(await sent()).toEqual([]);
  });

  it('has one brain for two tabs', async () => {
    const second = await openDesk();
    const other = await firefoxPanelOf(second);
    const ids = [await brainId(panel), await brainId(other)];
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
    await second.close();
    await page.bringToFront();
  });

  it('shows nothing to a page that frames the panel by itself', async () => {
    const before = page.frames();
    const url = `${panel.frame.url()}#${'0'.repeat(32)}`;
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, url);
    const framed = () => page.frames().find((frame) => !before.includes(frame));
    await expect.poll(() => framed()?.url(), within).toBe(panel.frame.url());
    // The background has answered the page's own claim by the time that it has answered this one.
    const claim = { to: 'background', call: 'frame.claim', params: { nonce: 'f'.repeat(32) } };
    const reply = await framed()?.evaluate((claim) => browser.runtime.sendMessage(claim), claim);
    expect(reply).toEqual({ result: { granted: false } });
    expect(await framed()?.$eval('#root', (root) => root.innerHTML)).toBe('');
  });

  it('hears keys on a page that stops them first, which hears nothing of what is typed in the panel', async () => {
    const early = await serveEarlyListeners();
    const hard = await firefox.open(`${early.origin}/?story=off`);
    const beside = await firefoxPanelOf(hard);
    await hard.evaluate(() => {
      window.desk.select('c-maria');
      window.desk.customerSays('c-maria', 'i forgot my wifi password');
    });
    await beside.answered('i forgot my wifi password');
    await hard.click(composer);
    await hard.keyboard.type('Hi ');
    await beside.inPlainSight();
    await press(hard, modifiers, '1');
    await beside.status('inserted');
    expect(await hard.evaluate(() => window.desk.composerText())).toMatch(/^Hi .*password/i);
    await beside.frame.type('input[type=search]', 'router');
    await beside.shows(/Found for .router/);
    const heard = await hard.evaluate(() => window.early);
    expect(heard).toContain('keydown KeyH');
    expect(heard).not.toContain('keydown Digit1');
    expect(heard.filter((one) => / (Key[OUE]|[oue])$/.test(one))).toEqual([]);
    await hard.close();
    await early.close();
    await page.bringToFront();
  });

  it('is taught a console whose list and reply box are in shadow roots', async () => {
    const pages = await serveFolder('tests/fixtures/unknown-consoles');
    const hard = await firefox.open(`${pages.origin}/open-shadow-roots/page.html`);
    const beside = await firefoxPanelOf(hard);
    await askBrain(beside, 'settings.change', { teachNext: '127.0.0.1' });
    const steps = ['customer', 'agent', 'composer', 'check'];
    for (const [at, wanted] of ['The order number is', 'It left our', ''].entries()) {
      await beside.has(`section[data-step=${steps[at]}]`);
      const { x, y } = await hard.evaluate((wanted) => {
        const app = document.querySelector('desk-app')?.shadowRoot;
        const rows = app?.querySelector('message-log')?.shadowRoot?.querySelectorAll('.row span');
        const row = [...(rows ?? [])].find((one) => one.textContent?.startsWith(wanted));
        const box = app?.querySelector('reply-box')?.shadowRoot?.querySelector('textarea');
        const place = (wanted === '' ? box : row)?.getBoundingClientRect();
        return { x: (place?.x ?? 0) + 20, y: (place?.y ?? 0) + 10 };
      }, wanted);
      await hard.mouse.click(x, y);
    }
    await beside.has('section[data-step=check]');
    await beside.shows('4 messages of the customer');
    await beside.click('Yes, use it');
    await beside.shows(/Open another conversation/);
    await beside.answered('What if nobody is at home?');
    await hard.close();
    await pages.close();
    await page.bringToFront();
  });

  it('comes back after a reload', async () => {
    await page.reload();
    panel = await firefoxPanelOf(page);
    await hear('c-maria', 'i forgot my wifi password');
    expect((await panel.titles())[0]).toMatch(/wi-?fi password/i);
  });
});

/** A sample's answer as plain text. */
function answerIn(sample: string, id: string): string {
  const { entries } = JSON.parse(readFileSync(`public/samples/${sample}.json`, 'utf8')) as {
    entries: { id: string; answer: string }[];
  };
  const found = entries.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`${sample} has no ${id}`);
  return found.answer.replaceAll('**', '');
}

async function press(page: Page, held: readonly ('Control' | 'Alt')[], key: 'z' | 'v' | '1') {
  for (const each of held) await page.keyboard.down(each);
  await page.keyboard.press(key);
  for (const each of held) await page.keyboard.up(each);
}

const brainId = async (panel: FirefoxPanel) =>
  ((await askBrain(panel, 'brain.info', null)) as { brainId: string }).brainId;

/** One call over the brain's own protocol, as a face makes it. */
function askBrain({ frame }: FirefoxPanel, call: string, params: unknown): Promise<unknown> {
  return frame.evaluate(
    (call, params) =>
      new Promise((resolve, reject) => {
        const { port } = new SharedWorker('/brain.js', { name: 'cuecard-brain' });
        port.onmessage = ({ data }) => {
          if (data?.id !== 1) return;
          port.close();
          if (data.ok) resolve(data.result);
          else reject(new Error(data.error.message));
        };
        port.postMessage({ id: 1, call, params });
      }),
    call,
    params,
  );
}
