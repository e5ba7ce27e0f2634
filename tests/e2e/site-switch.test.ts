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
