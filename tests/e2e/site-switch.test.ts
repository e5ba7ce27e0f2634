import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';
import { allowSite, openPopup } from '../support/popup';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ samples: 'none' });
});
afterAll(() => desk?.close());

/** The sample console at a site of another name, which no build may read unasked. */
async function openSite(name: string) {
  const page = await desk.context.newPage();
  await page.goto(`${desk.origin.replace('127.0.0.1', `${name}.localhost`)}/?story=off`);
  return page;
}

/** Each try has sites of its own: those of the one before are switched on. */
const named = (name: string, tries: number) => `${name}${tries === 0 ? '' : tries}`;

async function turnOn(page: Page) {
  const popup = await openPopup(desk, page.url());
  await popup.getByRole('button', { name: 'Turn on for this site' }).click();
  await popup.getByRole('button', { name: 'Turn off for this site' }).waitFor();
  await popup.close();
}

const holds = async (name: string) =>
  (await desk.serviceWorker()).evaluate(
    (origin) => chrome.permissions.contains({ origins: [origin] }),
    `http://${name}.localhost/*`,
  );

/** The service worker, awake: one that was ended is nowhere to be found. */
async function wakeWorker() {
  const popup = await openPopup(desk, 'about:blank');
  await popup.evaluate(() => {
    const params = { nonce: '0'.repeat(32) };
    return chrome.runtime.sendMessage({ to: 'background', call: 'frame.claim', params });
  });
  await popup.close();
  return desk.serviceWorker();
}

describe('a site that is switched on', () => {
  it('gets its panel in the open tab, though the service worker is ended meanwhile', async ({
    task,
  }) => {
    for (const [at, number] of ['one', 'two', 'three'].entries()) {
      const name = named(number, task.result?.retryCount ?? 0);
      const page = await openSite(name);
      const session = await desk.context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      const stop = () => session.send('ServiceWorker.stopAllWorkers');
      await allowSite(desk, `http://${name}.localhost/*`);
      // At another moment each time.
      if (at === 0) await stop();
      const turned = turnOn(page);
      if (at === 1) await stop();
      await turned;
      await stop();
      // What anyone does who sees nothing happen.
      const popup = await openPopup(desk, page.url());
      await page.bringToFront();
      await panelOf(page);
      await popup.close();
      expect(page.frames().filter((frame) => /panel\.html/.test(frame.url()))).toHaveLength(1);
      await page.close();
    }
  });

  it('gets its panel although the service worker takes the question for it along', async ({
    task,
  }) => {
    const name = named('silent', task.result?.retryCount ?? 0);
    const page = await openSite(name);
    // As one that is ended between hearing and replying, at a moment that cannot be met on purpose.
    await (await wakeWorker()).evaluate(() => {
      const { session } = chrome.storage;
      const set = session.set.bind(session);
      session.set = () => {
        session.set = set;
        return new Promise<never>(() => {});
      };
    });
    await allowSite(desk, `http://${name}.localhost/*`);
    await turnOn(page);
    await panelOf(page);
    await page.close();
  });

  it('that got no panel gets it when the popup is opened', async ({ task }) => {
    const name = named('missed', task.result?.retryCount ?? 0);
    const page = await openSite(name);
    const worker = await wakeWorker();
    type Counting = { refused?: number };
    await worker.evaluate(() => {
      const { session } = chrome.storage;
      const world = globalThis as Counting;
      const set = session.set.bind(session);
      session.set = async (values: object) => {
        if (world.refused === undefined) return set(values);
        world.refused++;
        throw new Error('No more');
      };
      world.refused = 0;
    });
    await allowSite(desk, `http://${name}.localhost/*`);
    await turnOn(page);
    const refused = () => worker.evaluate(() => (globalThis as Counting).refused ?? 0);
    await expect.poll(refused).toBeGreaterThan(0);
    await worker.evaluate(() => {
      delete (globalThis as Counting).refused;
    });
    const popup = await openPopup(desk, page.url());
    await page.bringToFront();
    await panelOf(page);
    await popup.close();
    expect(page.frames().filter((frame) => /panel\.html/.test(frame.url()))).toHaveLength(1);
    await page.close();
  });

  it('is turned off for good from the settings', async ({ task }) => {
    const name = named('leaving', task.result?.retryCount ?? 0);
    const before = await openSite(name);
    await allowSite(desk, `http://${name}.localhost/*`);
    await turnOn(before);
    await panelOf(before);
    const settings = await desk.context.newPage();
    await settings.goto(`chrome-extension://${desk.extensionId}/options.html`);
    const turnOff = settings.getByRole('button', { name: `Turn off: ${name}.localhost` });
    await turnOff.click();
    await turnOff.waitFor({ state: 'detached' });
    expect(await holds(name)).toBe(false);
    const registered = async () =>
      (await desk.serviceWorker()).evaluate(async () =>
        (await chrome.scripting.getRegisteredContentScripts()).flatMap((one) => one.matches ?? []),
      );
    await expect.poll(registered).not.toContain(`http://${name}.localhost/*`);
    await before.reload();
    await expect
      .poll(() => before.evaluate(() => document.readyState), { timeout: 30_000 })
      .toBe('complete');
    expect(before.frames().filter((frame) => /panel\.html/.test(frame.url()))).toEqual([]);
  });
});
