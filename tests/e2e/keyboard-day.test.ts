import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { buildShipped, rows } from '../support/first-day';
import { focusIn, tabTo } from '../support/keyboard';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';
import { allowSite, openPopup } from '../support/popup';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ extension: await buildShipped(), samples: 'none' });
});
afterEach(() => desk?.close());

const composer = /^div Type your reply/;

/** Waits until something has the keyboard. */
const focused = (frame: Parameters<typeof focusIn>[0], name: RegExp) =>
  expect.poll(() => focusIn(frame), { timeout: 30_000 }).toMatch(name);

async function switchOn(page: Page) {
  const popup = await openPopup(desk, page.url());
  await tabTo(popup, popup, /^button Turn on for this site/);
  await allowSite(desk, 'http://127.0.0.1/*');
  await popup.bringToFront();
  await popup.keyboard.press('Enter');
  await popup.getByText('Cuecard is on').waitFor();
  await focused(popup, /^button Turn off/);
  await tabTo(popup, popup, /^a Open Studio/);
  const [studio] = await Promise.all([
    desk.context.waitForEvent('page'),
    popup.keyboard.press('Enter'),
  ]);
  await popup.close();
  return studio;
}

async function importFile(studio: Page) {
  const { keyboard } = studio;
  await studio.bringToFront();
  // From now on the browser's own picker stays shut, and tells us instead.
  studio.on('filechooser', () => {});
  await studio.getByRole('button', { name: 'Import answers' }).waitFor();
  await tabTo(studio, studio, /^button Import answers/);
  await keyboard.press('Enter');
  await tabTo(studio, studio, /^button Choose a file/);
  const [chooser] = await Promise.all([
    studio.waitForEvent('filechooser'),
    keyboard.press('Enter'),
  ]);
  await chooser.setFiles({ name: 'fernhill.csv', mimeType: 'text/csv', buffer: rows });
  await studio.getByRole('button', { name: 'Import 300 answers' }).waitFor();
  await tabTo(studio, studio, /^button Import 300 answers/);
  await keyboard.press('Enter');
  await studio.getByText('Imported into').first().waitFor();
  await keyboard.press('Escape');
  await studio.getByRole('dialog').waitFor({ state: 'detached' });
}

async function writeEntry(studio: Page) {
  const { keyboard } = studio;
  await tabTo(studio, studio, /^button New answer/);
  await keyboard.press('Enter');
  await focused(studio, /^textarea Title/);
  await keyboard.type('Opening hours');
  await keyboard.press('Tab');
  await keyboard.type('when are you open on sunday');
  await tabTo(studio, studio, /^textarea Answer in English/);
  await keyboard.type('We are open from ten to four on Sundays.');
  await keyboard.press('ControlOrMeta+s');
  await studio.getByText('Saved “Opening hours”').first().waitFor();
  await focused(studio, /^textarea Answer in English/);
  await keyboard.press('Escape');
  await focused(studio, /Answers/);
}

describe('a whole day without a mouse', () => {
  it('goes from the popup to the last reply, and the keyboard is where it is expected', async () => {
    const page = await desk.open();
    const { keyboard } = page;
    const studio = await switchOn(page);
    await importFile(studio);
    await writeEntry(studio);

    // To the console: the panel reads along and leaves the keyboard where it is.
    await page.bringToFront();
    const panel = await panelOf(page);
    const { frame } = panel;
    await select(page, 'c-maria');
    await tabTo(page, page, composer);
    await customerSays(page, 'c-maria', 'when are you open on sunday');
    await panel.answered('when are you open');
    await panel.cards.filter({ hasText: 'Opening hours' }).first().waitFor();
    await focused(page, composer);

    // Insert by key, and take it back.
    await panel.inPlainSight();
    await keyboard.press(desk.key('1'));
    await panel.status(1, 'inserted');
    await focused(page, composer);
    expect(await composerText(page)).toBe('We are open from ten to four on Sundays.');
    await keyboard.press('Control+z');
    await expect.poll(() => composerText(page)).toBe('');

    // Edit by key.
    await keyboard.press(desk.key('Shift+1'));
    await focused(frame, /^textarea Edit: Opening hours/);
    await keyboard.type(' See you there.');
    await keyboard.press('Control+Enter');
    await expect
      .poll(() => composerText(page))
      .toBe('We are open from ten to four on Sundays. See you there.');
    await focused(page, composer);
    await keyboard.press('Control+z');
    await expect.poll(() => composerText(page)).toBe('');

    // Find by typing, with a slip.
    await keyboard.press(desk.key('/'));
    await focused(frame, /^input Find any answer/);
    await keyboard.type('robot vacum loud');
    await panel.cards.filter({ hasText: 'robot vacuum is very loud' }).first().waitFor();
    await keyboard.press('ArrowDown');
    await focused(frame, /^article The robot vacuum is very loud/);
    await keyboard.press('Enter');
    await expect.poll(() => composerText(page)).toContain('Switch the robot vacuum off');
    await focused(page, composer);
    await keyboard.press('Control+z');
    await expect.poll(() => composerText(page)).toBe('');

    // Not this, and the way back.
    await keyboard.press(desk.key('/'));
    await focused(frame, /^input Find any answer/);
    await keyboard.press('Escape');
    await expect.poll(() => frame.getByRole('searchbox').inputValue()).toBe('');
    await panel.cards.filter({ hasText: 'Opening hours' }).first().waitFor();
    await focused(frame, /^input Find any answer/);
    await keyboard.press('ArrowDown');
    await focused(frame, /^article Opening hours/);
    await tabTo(page, frame, /^button Not this: ?Opening hours/);
    await keyboard.press('Enter');
    await focused(frame, /^button Undo/);
    await keyboard.press('Enter');
    await focused(frame, /^article Opening hours/);
    await keyboard.press('Escape');
    await focused(page, composer);

    // Quiet mode, in the settings.
    await keyboard.press(desk.key('/'));
    await focused(frame, /^input Find any answer/);
    await tabTo(page, frame, /^button Settings and import/, 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(page, frame, /^input Quiet mode/);
    await keyboard.press('Space');
    await panel.frame.getByText('Quiet mode: direct answers only.').waitFor();
    await keyboard.press('Escape');
    await focused(frame, /^button Settings and import/);
    await keyboard.press('Escape');
    await focused(page, composer);

    // A moment to think. A base out of a table has no holding reply, which is said.
    await keyboard.press(desk.key('9'));
    await frame.locator('[data-status]').first().waitFor();
    await focused(page, composer);

    // Fold and open.
    await keyboard.press(desk.key('0'));
    await frame.locator('[data-rail]').waitFor();
    await focused(page, composer);
    await keyboard.press(desk.key('0'));
    await panel.cards.first().waitFor();
    await focused(page, composer);
  });
});
