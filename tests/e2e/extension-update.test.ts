import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

let desk: Desk;
// Each try has its own: an extension that was reloaded is not the one that was there.
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk?.close());

describe('an update of the extension in an open tab', () => {
  it('asks for a refresh, gives the draft back when asked to, and works again after it', async () => {
    const page = await desk.open();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const panel = await panelOf(page);
    await select(page, 'c-maria');
    await page.locator('.reply-box .ProseMirror').click();
    await page.keyboard.type('my own draft');

    const worker = await desk.serviceWorker();
    const updated = desk.context.waitForEvent('serviceworker');
    await worker.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
    await panel.frame
      .getByText(/updated/i)
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await composerText(page)).toBe('my own draft');
    expect(errors).toEqual([]);

    await updated;
    await panel.frame.getByText(/^Your draft is still in the reply box/).waitFor();
    const refreshed = page.waitForEvent('load');
    await panel.frame.getByRole('button', { name: 'Refresh' }).click();
    await refreshed;
    const fresh = await panelOf(page);
    await select(page, 'c-maria');
    // The sample console loses what is in the reply box. Nothing comes back by itself.
    const putBack = fresh.frame.getByRole('button', { name: 'Put my draft back' });
    await putBack.waitFor();
    expect(await composerText(page)).toBe('');
    await fresh.inPlainSight();
    await putBack.click();
    await expect.poll(() => composerText(page)).toBe('my own draft');
    await putBack.waitFor({ state: 'detached' });
    await customerSays(page, 'c-maria', 'i forgot my wifi password');
    await fresh.answered('i forgot my wifi password');
    expect(await fresh.cards.count()).toBeGreaterThan(0);
    await page.close();
  });
});
