import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ samples: 'none' });
});
afterAll(() => desk?.close());

/** The popup in a tab of its own, told that another page is in front. */
async function openPopup(url: string) {
  const page = await desk.context.newPage();
  await page.addInitScript((url) => {
    chrome.tabs.query = (async () => [{ url }]) as unknown as typeof chrome.tabs.query;
  }, url);
  await page.goto(`chrome-extension://${desk.extensionId}/popup.html`);
  return page;
}

describe('the toolbar popup', () => {
  it('offers to turn Cuecard on for a site, and asks the browser for just that site', async () => {
    const page = await openPopup('https://console.example/inbox/7');
    await page.getByText('console.example').waitFor();
    await page.evaluate(() => {
      chrome.permissions.request = (async (asked: object) => {
        document.title = JSON.stringify(asked);
        return false;
      }) as unknown as typeof chrome.permissions.request;
    });
    await page.getByRole('button', { name: 'Turn on for this site' }).click();
    await page.getByText(/did not allow it/).waitFor();
    expect(JSON.parse(await page.title())).toEqual({ origins: ['https://console.example/*'] });
    await page.close();
  });

  it('works while the brain does not answer', async () => {
    const page = await openPopup('https://console.example/inbox/7');
    await page.addInitScript(() => {
      const silent = class {
        readonly port = new MessageChannel().port1;
      };
      Object.assign(window, { SharedWorker: silent });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Turn on for this site' }).waitFor({ timeout: 30_000 });
    await page.close();
  });

  it('says where it is on already', async () => {
    const page = await openPopup(`${desk.origin}/`);
    await page.getByRole('button', { name: 'Turn off for this site' }).waitFor();
    await page.close();
  });

  it('leads to side panel, Studio and settings, by Tab and Enter alone', async () => {
    const page = await openPopup('https://console.example/inbox/7');
    await page.getByText('console.example').waitFor();
    const names: string[] = [];
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(names).toEqual(['Turn on for this site', 'Open side panel', 'Open Studio', 'Settings']);
    const [settings] = await Promise.all([
      desk.context.waitForEvent('page'),
      page.keyboard.press('Enter'),
    ]);
    await settings.getByRole('heading', { name: 'Cuecard settings' }).waitFor();
    await settings.close();
    await page.getByRole('button', { name: 'Open side panel' }).focus();
    // The popup closes itself, at times before the key is up again.
    await page.keyboard.press('Enter').catch(() => {});
    const side = await desk.sidePanel();
    await side.getByRole('heading', { name: 'Cuecard' }).first().waitFor();
    if (!page.isClosed()) await page.close();
  });

  it('says so on pages where no extension may run', async () => {
    const page = await openPopup('chrome://settings');
    await page.getByText(/open your console first/i).waitFor();
    expect(await page.getByRole('button').filter({ hasText: /turn/i }).count()).toBe(0);
    await page.close();
  });
});
