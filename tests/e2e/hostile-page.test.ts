import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

type Loot = {
  keys: string[];
  inputs: string[];
  selections: string[];
  roots: number;
  messages: string[];
};

/** What a page does that wants to know what the panel shows; runs before any other script. */
function spy() {
  const loot: Loot = { keys: [], inputs: [], selections: [], roots: 0, messages: [] };
  Object.assign(window, { loot });
  for (const type of ['keydown', 'keypress', 'keyup']) {
    window.addEventListener(type, (event) => loot.keys.push((event as KeyboardEvent).key), true);
  }
  for (const type of ['beforeinput', 'input', 'paste', 'compositionupdate']) {
    window.addEventListener(
      type,
      (event) => loot.inputs.push((event as InputEvent).data ?? type),
      true,
    );
  }
  document.addEventListener('selectionchange', () => {
    const text = String(getSelection());
    if (text !== '') loot.selections.push(text);
  });
  window.addEventListener(
    'message',
    (event) => loot.messages.push(JSON.stringify(event.data)),
    true,
  );
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    loot.roots++;
    return attach.call(this, { ...init, mode: 'open' });
  };
}

const lootOf = (page: Page) => page.evaluate(() => (window as unknown as { loot: Loot }).loot);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

async function openSpied() {
  const page = await desk.context.newPage();
  await page.addInitScript(spy);
  await page.goto(`${desk.origin}/?story=off`);
  const panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', 'i forgot my wifi password');
  await panel.answered('i forgot my wifi password');
  return { page, panel };
}

describe('a hostile page', () => {
  it('gets nothing that is typed, selected or shown in the panel', async () => {
    const { page, panel } = await openSpied();
    const shown = await panel.answer(1);
    await panel.frame.getByRole('searchbox').click();
    await page.keyboard.type('canary-7391');
    await page.keyboard.press('Control+a');
    await panel.press('Edit', 1);
    await panel.cards.first().locator('textarea').press('Control+a');

    const loot = await lootOf(page);
    expect(loot.keys.join('')).not.toContain('canary');
    expect(loot.inputs).toEqual([]);
    expect(loot.selections).toEqual([]);
    expect(loot.messages).toEqual([]);
    // Our root is attached in another world than the page's patched prototype.
    expect(loot.roots).toBe(0);
    const seen = await page.evaluate(
      (text) => {
        const find = (window as unknown as { find(text: string): boolean }).find;
        return {
          frames: document.querySelectorAll('iframe').length,
          windows: window.length,
          found: [text, 'canary-7391'].some((words) => find.call(window, words)),
          html: document.documentElement.outerHTML.includes(text),
          roots: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length,
          addresses: performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .join('\n'),
        };
      },
      shown.slice(0, 30),
    );
    expect(seen).toMatchObject({ frames: 0, windows: 0, found: false, html: false, roots: 0 });
    expect(seen.addresses).not.toMatch(/[0-9a-f]{32}/);
    await page.close();
  });

  it('inserts nothing by messages it makes up', async () => {
    const { page, panel } = await openSpied();
    await page.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      const insert = {
        type: 'insert.request',
        requestId: 'x',
        conversationKey: 'c-maria',
        text: 'forged',
        mode: 'replace',
        allowNote: true,
      };
      window.postMessage(insert, '*');
      window.postMessage({ type: 'cuecard.port', nonce: '0'.repeat(32) }, '*', [port2]);
      port1.postMessage(insert);
      document.dispatchEvent(new CustomEvent('cuecard', { detail: insert }));
    });
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).not.toContain('forged');
    await page.close();
  });

  it('inserts nothing by clicks and keys it makes up', async () => {
    const { page, panel } = await openSpied();
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      const key = { code: 'Digit1', key: '1', altKey: true, ctrlKey: true, bubbles: true };
      for (const target of [host, document.body, document, window]) {
        if (target === null) continue;
        target.dispatchEvent(new KeyboardEvent('keydown', key));
        target.dispatchEvent(new KeyboardEvent('keyup', key));
        target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true }));
      }
      (host as HTMLElement).click();
    });
    // A later, real click goes through the same path, so by then the others would have arrived.
    await panel.press('Copy', 1);
    await panel.status(1, 'copied');
    expect(await composerText(page)).toBe('');
    await page.close();
  });

  it('sees an empty document when it frames the panel by itself', async () => {
    const { page, panel } = await openSpied();
    const url = `chrome-extension://${desk.extensionId}/panel.html#${'0'.repeat(32)}`;
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, url);
    const framed = () => page.frames().filter((frame) => frame.url().includes('/panel.html'));
    await expect.poll(() => framed().length).toBe(2);
    const own = framed().find((frame) => frame !== panel.frame);
    // The service worker has answered by the time that it has answered a later question.
    await own?.waitForFunction(() =>
      chrome.runtime.sendMessage({
        to: 'background',
        call: 'frame.claim',
        params: { nonce: 'f'.repeat(32) },
      }),
    );
    expect(await own?.locator('#root').innerHTML()).toBe('');
    await page.close();
  });

  it('is refused by the service worker whatever it asks for', async () => {
    const { page } = await openSpied();
    const reachable = await page.evaluate(
      () =>
        typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
          ?.sendMessage,
    );
    expect(reachable).toBe('undefined');
    await page.close();
  });
});
