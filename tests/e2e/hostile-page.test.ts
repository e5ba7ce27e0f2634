import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { everythingReadable, type Loot, plunder } from '../support/hostile-page';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

type PlunderWindow = { showLoot(): string; plunderOn(): void };

async function lootOf(page: Page): Promise<Loot> {
  const all = await page.evaluate(() => (window as unknown as PlunderWindow).showLoot());
  return JSON.parse(all) as Loot;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

async function openSpied() {
  const page = await desk.context.newPage();
  await page.addInitScript(plunder);
  await page.goto(`${desk.origin}/?story=off`);
  const panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', 'i forgot my wifi password');
  await panel.answered('i forgot my wifi password');
  return { page, panel };
}

describe('a hostile page', () => {
  it('gets nothing that is typed, pasted, selected or shown in the panel', async () => {
    const { page, panel } = await openSpied();
    const shown = await panel.answer(1);
    const find = panel.frame.getByRole('searchbox');
    await find.click();
    await page.keyboard.type('canary-7391');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Control+v');
    expect(await find.inputValue()).toBe('canary-7391');
    await page.keyboard.insertText('canary-组字');
    await page.keyboard.press('Escape');
    await find.fill('');
    await panel.press('Edit', 1);
    await panel.cards.first().locator('textarea').click();
    await page.keyboard.type('canary-5512');
    await page.keyboard.press('Control+a');

    const loot = await lootOf(page);
    expect(loot.events.filter((seen) => /canary/.test(seen))).toEqual([]);
    expect(loot.events.join('').replaceAll(/\W/g, '')).not.toMatch(/canary|7391|5512/);
    expect(loot.selections).toEqual([]);
    const canaries = [...shown.split('\n').filter((line) => line.length > 20), 'canary'];
    const found = await page.evaluate((canaries) => {
      const { find } = window as unknown as { find(text: string): boolean };
      // Backwards, forwards, in frames, whole words or not.
      return canaries.filter((words) =>
        [words, words.slice(0, 12)].some((text) =>
          (find as (...all: unknown[]) => boolean).call(
            window,
            text,
            false,
            false,
            true,
            false,
            true,
          ),
        ),
      );
    }, canaries);
    expect(found).toEqual([]);
    const readable = await page.evaluate(everythingReadable);
    expect(canaries.filter((words) => readable.includes(words))).toEqual([]);
    expect(readable).not.toMatch(/panel\.html#|[^-][0-9a-f]{32}["'#]/);
    expect(
      await page.evaluate(() => [document.querySelectorAll('iframe').length, window.length]),
    ).toEqual([0, 0]);
    await page.close();
  });

  it('sees nothing of the panel through prototypes that it has patched', async () => {
    const { page, panel } = await openSpied();
    await panel.inPlainSight();
    // By key: for a click in a frame the driver itself reads the frame element in the page's world.
    await page.locator('.reply-box .ProseMirror').focus();
    await page.keyboard.press(desk.key('1'));
    await panel.status(1, 'inserted');
    const loot = await lootOf(page);
    expect(loot.calls).toEqual([]);
    expect(loot.messages).toEqual([]);
    expect(loot.roots).toBe(0);
    // The patches do work: the page's own calls are written down.
    await page.evaluate(() => {
      (window as unknown as PlunderWindow).plunderOn();
      document.createElement('i').setAttribute('title', 'cuecard');
    });
    expect((await lootOf(page)).calls.join()).toContain('setAttribute: ');
    await page.close();
  });

  it('inserts nothing by messages it makes up', async () => {
    const { page, panel } = await openSpied();
    const inserted = await page.evaluate(async (panelUrl) => {
      const insert = {
        type: 'insert.request',
        requestId: 'x',
        conversationKey: 'c-maria',
        text: 'forged',
        mode: 'replace',
        allowNote: true,
      };
      const key = {
        action: 'insert-1',
        code: 'KeyX',
        alt: false,
        ctrl: false,
        meta: false,
        shift: false,
      };
      const shapes = [
        insert,
        { type: 'composer.focus' },
        { type: 'keys.listen', bindings: [key] },
        { type: 'panel.place', collapsed: true, side: 'left', widthPx: 800 },
        { type: 'key.pressed', action: 'insert-1' },
        { type: 'insert.done', requestId: 'x', result: { outcome: 'inserted', step: 'exec' } },
        { type: 'panel.sight', isInSight: false },
        { type: 'panel.yielded' },
        { type: 'extension.gone' },
        { type: 'console.state', state: 'unrecognised', host: 'forged', consoleName: 'forged' },
        { type: 'conversation.read', conversation: null },
        { id: 1, call: 'knowledge.erase', params: { base: 'harbour-broadband' } },
        { news: 'settings.changed', settings: {} },
        { to: 'background', call: 'frame.request', params: null },
        { to: 'background', call: 'frame.claim', params: { nonce: '0'.repeat(32) } },
        'cuecard.port',
        null,
      ];
      const nonces = ['0', 'f', '1'].map((sign) => sign.repeat(32)).concat('', '__proto__');
      const targets: Window[] = [window];
      for (let at = 0; at < window.length; at++) targets.push(window[at] as Window);
      // Also its own frames of the panel, which it can address.
      for (const hash of ['', `#${'0'.repeat(32)}`]) {
        const frame = document.createElement('iframe');
        frame.src = panelUrl + hash;
        document.body.append(frame);
        await new Promise((loaded) => frame.addEventListener('load', loaded));
        if (frame.contentWindow) targets.push(frame.contentWindow);
      }
      for (const target of targets) {
        for (const shape of shapes) {
          target.postMessage(shape, '*');
          window.dispatchEvent(new MessageEvent('message', { data: shape, origin: panelUrl }));
          document.dispatchEvent(new CustomEvent('cuecard', { detail: shape }));
        }
        for (const nonce of nonces) {
          const { port1, port2 } = new MessageChannel();
          target.postMessage({ type: 'cuecard.port', nonce }, '*', [port2]);
          for (const shape of shapes) {
            port1.postMessage(shape);
            port1.postMessage(JSON.stringify(shape));
          }
        }
      }
      const channel = new BroadcastChannel('cuecard-brain');
      for (const shape of shapes) channel.postMessage(shape);
      return targets.length;
    }, `chrome-extension://${desk.extensionId}/panel.html`);
    expect(inserted).toBe(3);
    // What comes later on the true port shows that what came before changed nothing.
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).not.toContain('forged');
    expect(await panel.frame.getByText('forged').count()).toBe(0);
    expect(await panel.frame.getByText('This page keeps changing').count()).toBe(0);
    expect(await panel.frame.getByText(/was updated/).count()).toBe(0);
    for (const frame of page.frames().filter((other) => other !== panel.frame)) {
      if (frame.url().includes('/panel.html')) {
        expect(await frame.locator('#root').innerHTML()).toBe('');
      }
    }
    await page.close();
  });

  const synthetic = [
    'dispatched clicks and pointers',
    'element.click()',
    'dispatched keys',
    'dispatched input and paste',
    'focus and then a dispatched Enter',
  ] as const;

  it.each(synthetic)('inserts nothing by %s', async (kind) => {
    const { page, panel } = await openSpied();
    await page.evaluate((kind) => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const targets = [host, document.activeElement, document.body, document, window];
      const all = { bubbles: true, composed: true, cancelable: true };
      const box = host.getBoundingClientRect();
      const at = { ...all, clientX: box.x + 60, clientY: box.y + 420, view: window, detail: 1 };
      const chord = { ...all, code: 'Digit1', key: '1', altKey: true, ctrlKey: true };
      const enter = { ...all, code: 'Enter', key: 'Enter', keyCode: 13 };
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'forged');
      const kinds: Record<typeof kind, (target: EventTarget) => void> = {
        'dispatched clicks and pointers'(target) {
          for (const type of ['pointerover', 'pointerdown', 'pointerup'])
            target.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 1, isPrimary: true }));
          for (const type of ['mousedown', 'mouseup', 'click', 'dblclick'])
            target.dispatchEvent(new MouseEvent(type, at));
          target.dispatchEvent(new TouchEvent('touchstart', all));
          target.dispatchEvent(new TouchEvent('touchend', all));
        },
        'element.click()': (target) => target instanceof HTMLElement && target.click(),
        'dispatched keys'(target) {
          for (const type of ['keydown', 'keypress', 'keyup'])
            target.dispatchEvent(new KeyboardEvent(type, chord));
          const faked = new KeyboardEvent('keydown', chord);
          Reflect.defineProperty(faked, 'isTrusted', { value: true });
          target.dispatchEvent(faked);
        },
        'dispatched input and paste'(target) {
          if (target === document.activeElement && target !== document.body) return;
          const text = { ...all, data: 'forged', inputType: 'insertText' };
          target.dispatchEvent(new InputEvent('beforeinput', text));
          target.dispatchEvent(new InputEvent('input', text));
          target.dispatchEvent(new ClipboardEvent('paste', { ...all, clipboardData }));
        },
        'focus and then a dispatched Enter'(target) {
          host.tabIndex = 0;
          host.focus();
          target.dispatchEvent(new KeyboardEvent('keydown', enter));
          target.dispatchEvent(new KeyboardEvent('keyup', enter));
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', enter));
        },
      };
      for (const target of targets) if (target !== null) kinds[kind](target);
    }, kind);
    // A later, real click goes through the same path, so by then the others would have arrived.
    await panel.press('Copy', 1);
    await panel.status(1, 'copied');
    expect(await composerText(page)).toBe('');
    expect(await desk.events().then((events) => JSON.stringify(events))).not.toContain('forged');
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
