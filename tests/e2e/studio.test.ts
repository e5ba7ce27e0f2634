import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { askBrain, openBrainPage } from '../support/load-samples';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

const question = 'where can i park my submarine';

describe('the Studio', () => {
  let desk: Desk;
  let studio: Page;
  const it = makeChain(async () => {
    await desk?.close();
    desk = await openDesk({ samples: 'none' });
    studio = await desk.context.newPage();
    await studio.goto(`chrome-extension://${desk.extensionId}/studio.html`);
  });
  afterAll(() => desk?.close());

  const press = async (...keys: string[]) => {
    for (const key of keys) await studio.keyboard.press(key);
  };
  const focused = (id: string) =>
    studio.waitForFunction((wanted) => document.activeElement?.id === wanted, id);

  it('takes the first answer without a mouse, and an open panel shows it at once', async () => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await studio.bringToFront();

    const write = studio.getByRole('button', { name: 'Write the first answer' });
    await write.focus();
    await press('Enter');
    await studio.getByRole('dialog').getByRole('textbox', { name: 'Name' }).focus();
    await studio.keyboard.type(' of the harbour');
    await press('Enter');
    await focused('studio-title');
    await studio.keyboard.type('Parking');
    await press('Tab');
    await studio.keyboard.type('can i leave my submarine here');
    await press('Enter');
    await studio.keyboard.type(question);
    await press('Enter');
    await studio.getByRole('textbox', { name: 'Answer in English' }).focus();
    await studio.keyboard.type('Berth {{ask:berth}} is free, {{customer.name}}.');
    await press('ControlOrMeta+s');
    await studio.getByText('Saved “Parking”. Open panels have it now.').first().waitFor();

    await page.bringToFront();
    await panel.cards.filter({ hasText: 'Parking' }).first().waitFor();
    expect(await panel.answer(1)).toContain('is free');
    await page.close();
  });

  it('opens from the panel’s menu', async () => {
    const page = await desk.open();
    const { frame } = await panelOf(page);
    await frame.getByRole('button', { name: 'Settings and import' }).click();
    const opened = desk.context.waitForEvent('page');
    await frame.getByRole('link', { name: 'Open Studio' }).click();
    const another = await opened;
    await another.getByRole('option', { name: /Parking/ }).waitFor();
    expect(another.url()).toBe(`chrome-extension://${desk.extensionId}/studio.html`);
    await another.close();
    await page.close();
  });

  it('brings a deleted answer back from the list, by key', async () => {
    await studio.bringToFront();
    await press('Escape');
    await focused('studio-list');
    await press('Home', 'Delete');
    const undo = studio.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await studio.getByText('This base is empty').waitFor();
    await undo.focus();
    await press('Enter');
    await studio.getByRole('option', { name: /Parking/ }).waitFor();
  });

  it('walks and searches 10,000 answers, and saves one of them within a second', async () => {
    const brain = await openBrainPage(desk.context, desk.extensionId);
    const entries = Array.from({ length: 10_000 }, (_, at) => ({
      id: `e${at}`,
      title: `Part number ${at}`,
      phrasings: [`do you have part ${at}`],
      answer: `Part ${at} is on shelf ${at % 97}.`,
    }));
    const base = { id: 'parts', name: 'Parts', language: 'en' };
    const content = JSON.stringify({ format: 'cuecard/1', base, entries });
    await askBrain(brain, 'knowledge.import', { fileName: 'parts.json', content });
    await brain.close();

    await studio
      .getByRole('navigation')
      .getByRole('button', { name: /^Parts/ })
      .click();
    await studio.getByRole('option', { name: /Part number 0/ }).click();
    const list = studio.getByRole('listbox');
    await list.focus();
    await press('End');
    await studio.getByRole('option', { name: /Part number 9999/ }).waitFor();
    expect(await studio.getByRole('option').count()).toBeLessThan(80);
    await press('PageUp', 'PageUp', 'Home');
    await studio.getByRole('option', { name: /Part number 0 / }).waitFor();

    await press('/');
    await focused('studio-search');
    await studio.keyboard.type('part number 7341');
    // Among those found by the first letters it is not the first one.
    const first = studio.getByRole('option').first();
    await first.and(studio.getByRole('option', { name: /Part number 7341/ })).waitFor();
    await press('Enter');
    await focused('studio-title');
    await studio.keyboard.type(', new');
    await press('ControlOrMeta+s');
    await studio.getByText('Saved “Part number 7341, new”').first().waitFor();
  });

  it('needs no sideways scrolling from 320 to 1600 px, in both languages', async () => {
    const brain = await openBrainPage(desk.context, desk.extensionId);
    const tooWide: string[] = [];
    for (const language of ['en', 'zh'] as const) {
      await askBrain(brain, 'settings.change', { language });
      await studio.bringToFront();
      const title = language === 'en' ? 'Cuecard Studio' : 'Cuecard 话术台';
      await studio.waitForFunction((wanted) => document.title === wanted, title);
      for (const width of [320, 480, 859, 860, 1179, 1180, 1600]) {
        await studio.setViewportSize({ width, height: 760 });
        const needed = await studio.evaluate(() => document.documentElement.scrollWidth);
        if (needed > width) tooWide.push(`${language} at ${width}: ${needed}`);
      }
    }
    await brain.close();
    expect(tooWide).toEqual([]);
  });
});
