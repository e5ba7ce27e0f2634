import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

const composer = '.reply-box .ProseMirror';
const within = { timeout: 15_000 };
const typed = 'I am still typing';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

type Hostile = { host: HTMLElement; rounds: number; thrownOut: number };

async function openPage(): Promise<Panel> {
  page = await desk.open();
  page.setDefaultTimeout(30_000);
  const panel = await panelOf(page);
  await hear(panel);
  await page.evaluate(() => {
    Object.assign(window, {
      host: document.documentElement.lastElementChild,
      rounds: 0,
      thrownOut: 0,
    });
  });
  return panel;
}

async function hear(panel: Panel) {
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', 'i forgot my wifi password');
  await panel.answered('i forgot my wifi password');
}

const canStillType = async () => {
  await page.locator(composer).click();
  await page.keyboard.type(typed);
  expect(await composerText(page)).toBe(typed);
};

const inserts = async (panel: Panel) => {
  await panel.press('Insert', 1);
  await panel.status(1, 'inserted');
};

/** The corner and size of our host, and whose child it is. */
const hostPlace = () =>
  page.evaluate(() => {
    const { host } = window as unknown as Hostile;
    const { right, top, width, height } = host.getBoundingClientRect();
    return { right, top, width, height, home: host.parentElement?.localName };
  });

const rounds = () => page.evaluate(() => (window as unknown as Hostile).rounds);

/** Does something to our host in every frame, counting how often. */
const everyFrame = (harm: 'strip' | 'take' | 'throw out') =>
  page.evaluate((harm) => {
    const win = window as unknown as Hostile;
    const cage = document.createElement('div');
    cage.style.cssText = 'opacity:0.01;position:fixed;inset:0;pointer-events:none';
    document.body.append(cage);
    const harms = {
      strip() {
        for (const name of win.host.getAttributeNames()) win.host.removeAttribute(name);
        win.host.hidden = true;
        win.host.inert = true;
        document.documentElement.removeAttribute('style');
      },
      take() {
        (cage as unknown as { moveBefore(a: Node, b: null): void }).moveBefore(win.host, null);
      },
      // The panel has another tag each time: the page goes by what is last in it.
      'throw out'() {
        const last = document.documentElement.lastElementChild;
        if (!last?.localName.startsWith('x-')) return;
        last.remove();
        win.thrownOut++;
      },
    };
    const step = () => {
      win.rounds++;
      harms[harm]();
      requestAnimationFrame(step);
    };
    step();
  }, harm);

describe('a page that fights the panel', () => {
  it('hides nothing by stripping it in every frame, and is typed in meanwhile', async () => {
    const panel = await openPage();
    const before = await hostPlace();
    await everyFrame('strip');
    await expect.poll(rounds).toBeGreaterThan(20);
    await canStillType();
    expect(await hostPlace()).toMatchObject({ top: before.top, height: before.height });
    await panel.frame.getByText('This page keeps changing').waitFor({ timeout: 20_000 });
    expect(await hostPlace()).toEqual(before);
  });

  it('gets the panel back out of a hidden corner, with what was typed in it', async () => {
    const panel = await openPage();
    const before = await hostPlace();
    await panel.frame.getByRole('searchbox').fill('router');
    await page.evaluate(() => {
      const cage = document.createElement('div');
      cage.style.opacity = '0.01';
      document.body.append(cage);
      const { host } = window as unknown as Hostile;
      (cage as unknown as { moveBefore(a: Node, b: null): void }).moveBefore(host, null);
    });
    await expect.poll(hostPlace).toEqual(before);
    expect(await panel.frame.getByRole('searchbox').inputValue()).toBe('router');
  });

  it('wins a duel for the panel’s place without being frozen by it', async () => {
    const panel = await openPage();
    await page.evaluate(() => {
      const win = window as unknown as Hostile;
      const cage = document.createElement('div');
      cage.style.opacity = '0.01';
      document.body.append(cage);
      // Answers each of our moves at once, before the browser can draw or take a key.
      const move = () => {
        win.rounds++;
        if (win.host.parentElement !== cage) {
          (cage as unknown as { moveBefore(a: Node, b: null): void }).moveBefore(win.host, null);
        }
      };
      new MutationObserver(move).observe(document.documentElement, {
        childList: true,
        subtree: true,
      });
      move();
    });
    await panel.frame.getByText('This page keeps changing').waitFor();
    await panel.frame.getByRole('button', { name: 'Open side panel' }).waitFor();
    await canStillType();
    // What the agent cannot see is not inserted.
    const insert = panel.cards.first().getByRole('button', { name: /^Insert/ });
    await insert.evaluate((button: HTMLElement) => button.click());
    await panel.status(1, 'refused');
    expect(await composerText(page)).toBe(typed);
  });

  it('has a fresh panel beside it when it has thrown one out', async () => {
    const old = await openPage();
    await page.evaluate(() => (window as unknown as Hostile).host.remove());
    await inserts(await freshPanel(old));
  });

  it('has a fresh panel when it has made the frame load anew elsewhere', async () => {
    const old = await openPage();
    await page.evaluate(() => document.body.append((window as unknown as Hostile).host));
    await inserts(await freshPanel(old));
  });

  it('is let have its way when it throws out every panel, and is typed in', async () => {
    await openPage();
    await everyFrame('throw out');
    const thrownOut = () => page.evaluate(() => (window as unknown as Hostile).thrownOut);
    await expect.poll(thrownOut, within).toBe(6);
    await canStillType();
    const margin = () => page.evaluate(() => document.documentElement.style.marginRight);
    await expect.poll(margin).toBe('');
    expect(framesOfPanel(page)).toBe(0);
    expect(await thrownOut()).toBe(6);
  });
});

/** The panel that came instead of another one; a frame that was only moved stays empty. */
async function freshPanel(old: Panel): Promise<Panel> {
  const isFresh = async (frame: Frame) =>
    frame.url().includes('/panel.html') &&
    (await frame.evaluate(() => document.querySelector('main') !== null).catch(() => false));
  await expect
    .poll(async () => {
      const fresh = await Promise.all(page.frames().map(isFresh));
      return old.frame.isDetached() && fresh.filter(Boolean).length;
    }, within)
    .toBe(1);
  const panel = await panelOf(page);
  await panel.answered('i forgot my wifi password');
  return panel;
}

const framesOfPanel = (page: Page) =>
  page.frames().filter((frame) => frame.url().includes('/panel.html')).length;

describe('the panel under a page’s own modal dialog', () => {
  const showDialog = (css: string, where: 'page' | 'shadow root' = 'page') =>
    page.evaluate(
      ([css, where]) => {
        const dialog = document.createElement('dialog');
        dialog.textContent = 'Transfer this conversation?';
        dialog.style.cssText = css;
        const place = document.createElement('div');
        document.body.append(place);
        (where === 'page' ? place : place.attachShadow({ mode: 'open' })).append(dialog);
        dialog.showModal();
        Object.assign(window, { dialogs: [...(window.dialogs ?? []), dialog] });
      },
      [css, where] as const,
    );
  const closeDialog = (how: 'close' | 'remove') =>
    page.evaluate((how) => window.dialogs.pop()?.[how](), how);

  it.each([
    { kind: 'a plain one', css: '' },
    { kind: 'one that clips and moves all in it', css: 'transform: scale(0.8); overflow: hidden' },
    { kind: 'one that fades in', css: 'opacity: 0.9; filter: blur(0.4px)' },
  ])('goes on working: $kind', async ({ css }) => {
    const panel = await openPage();
    const before = await hostPlace();
    const find = panel.frame.getByRole('searchbox');
    await find.fill('rout');
    await showDialog(css);
    await expect.poll(hostPlace).toEqual({ ...before, home: 'dialog' });
    // A real click and real keys, which a panel outside of the dialog would not get.
    await find.click();
    await page.keyboard.press('End');
    await page.keyboard.type('er');
    expect(await find.inputValue()).toBe('router');
    await find.fill('');
    await panel.press('Copy', 1);
    await panel.status(1, 'copied');

    await closeDialog('close');
    await expect.poll(hostPlace).toEqual(before);
    await inserts(panel);
  });

  it('is in the upper of two, and in the lower when that is closed', async () => {
    const panel = await openPage();
    await panel.frame.getByRole('searchbox').fill('router');
    await showDialog('');
    await showDialog('width: 200px');
    const isIn = (at: number) =>
      page.evaluate((at) => window.dialogs[at]?.contains(window.host) ?? false, at);
    await expect.poll(() => isIn(1)).toBe(true);
    await closeDialog('close');
    await expect.poll(() => isIn(0)).toBe(true);
    await closeDialog('close');
    await expect.poll(hostPlace).toMatchObject({ home: 'html' });
    expect(await panel.frame.getByRole('searchbox').inputValue()).toBe('router');
  });

  it('finds a dialog in a web component', async () => {
    const panel = await openPage();
    await showDialog('', 'shadow root');
    await expect.poll(hostPlace).toMatchObject({ home: 'dialog' });
    await panel.frame.getByRole('searchbox').click();
    await page.keyboard.type('router');
    expect(await panel.frame.getByRole('searchbox').inputValue()).toBe('router');
    await closeDialog('close');
    await expect.poll(hostPlace).toMatchObject({ home: 'html' });
  });

  it('comes back where the page takes the dialog away without closing it', async () => {
    const old = await openPage();
    await showDialog('');
    await expect.poll(hostPlace).toMatchObject({ home: 'dialog' });
    await closeDialog('remove');
    await inserts(await freshPanel(old));
  });

  it('is shown over a part of the page in full screen, and works', async () => {
    const panel = await openPage();
    await page.evaluate(() => document.querySelector('.stage')?.requestFullscreen());
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { x, y, width } = window.host.getBoundingClientRect();
          return document.elementFromPoint(x + width / 2, y + 50) === window.host;
        }),
      )
      .toBe(true);
    await inserts(panel);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(hostPlace).toMatchObject({ home: 'html' });
    expect(await page.evaluate(() => window.host.matches(':popover-open'))).toBe(false);
  });
});

declare global {
  interface Window {
    host: HTMLElement;
    dialogs: HTMLDialogElement[];
  }
}
