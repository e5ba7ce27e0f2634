import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { must } from '../../lib/base/must';
import { composerText, customerSays, select } from '../support/desk-page';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

const question = 'the light on my fibre box turned red this morning';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ samples: ['harbour-broadband'] });
  await allowInPrivate();
});
afterAll(() => desk?.close());
// A private window that is left open keeps what was done in it.
afterEach(async () => {
  const left = desk.context.pages().filter((page) => page.url().startsWith(desk.origin));
  await Promise.all(left.map((page) => page.close()));
});

/** "Allow in Incognito" at chrome://extensions, which starts the extension anew. */
async function allowInPrivate() {
  const page = await desk.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    type Configuring = { updateExtensionConfiguration(change: object): Promise<void> };
    const { developerPrivate } = chrome as unknown as { developerPrivate: Configuring };
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, desk.extensionId);
  await vi.waitFor(
    async () => {
      const worker = must(desk.context.serviceWorkers()[0], 'a service worker');
      const isAllowed = await worker.evaluate(() => chrome.extension.isAllowedIncognitoAccess());
      if (!isAllowed) throw new Error('The extension is not allowed in private windows');
    },
    { timeout: 15_000, interval: 100 },
  );
  await page.close();
}

/** A private window with the sample console in it. */
async function openPrivately(): Promise<Page> {
  const url = `${desk.origin}/?story=off`;
  const worker = await desk.serviceWorker();
  const [page] = await Promise.all([
    desk.context.waitForEvent('page', (page) => page.url().startsWith(desk.origin)),
    worker.evaluate(async (url) => {
      await chrome.windows.create({ incognito: true, url });
    }, url),
  ]);
  return page;
}

describe('in a private window', () => {
  it('the panel says that nothing is kept, takes answers all the same, and inserts', async () => {
    const before = await desk.events();
    const page = await openPrivately();
    const panel = await panelOf(page);
    await panel.frame.getByText('Nothing is kept in this window').first().waitFor();
    await panel.frame.getByRole('button', { name: /Harbour Broadband/ }).click();
    await panel.frame.getByText('Imported Harbour Broadband').first().waitFor();
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    expect((await panel.titles())[0]).toMatch(/red light/i);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).toContain('Maria');
    await page.close();
    // What is done there stays out of what is kept.
    expect(await desk.events()).toEqual(before);
  });

  it('nothing of the last one is left, and the kept answers are as they were', async () => {
    const page = await openPrivately();
    const panel = await panelOf(page);
    await panel.frame.getByText('No answers yet').first().waitFor();
    await page.close();
    const { bases } = (await desk.ask('knowledge.summary', null)) as { bases: { id: string }[] };
    expect(bases.map(({ id }) => id)).toContain('harbour-broadband');
  });
});
