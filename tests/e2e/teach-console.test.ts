import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';
import { clickAt, customerWrites, forgeIn, seenBy, serveTeachDesk } from '../support/teach-desk';

const question = 'i forgot my wifi password';
const squeeze = (text: string) => text.replace(/\s+/g, '');

let desk: Desk;
let page: Page;
let panel: Panel;
const it = makeChain(async () => {
  await desk?.close();
  desk = await openDesk({ samples: ['harbour-broadband'] });
  await serveTeachDesk(desk.context);
  page = await desk.open('/teach/inbox/801');
  panel = await panelOf(page);
});
afterAll(() => desk?.close());

const step = (name: string) => panel.frame.locator(`section[data-step="${name}"]`).waitFor();
const button = (name: string | RegExp) => panel.frame.getByRole('button', { name, exact: true });
const taught = async () => {
  const settings = await desk.ask('settings.read', null);
  return (settings as { taught: { recipe: { id: string; name: string }; madeOn: string | null }[] })
    .taught;
};
async function openSettings() {
  const opened = await desk.context.newPage();
  await opened.goto(`chrome-extension://${desk.extensionId}/options.html`);
  await opened.getByRole('heading', { name: 'Taught consoles' }).waitFor();
  return opened;
}
/** Everything in the order of events: a message is read, answered, and the answer inserted. */
async function answers() {
  await panel.answered(question);
  await expect.poll(async () => (await panel.titles())[0]).toMatch(/wifi password/i);
  const shown = await panel.answer(1);
  await panel.press('Insert', 1);
  await panel.status(1, 'inserted');
  expect(squeeze(await page.locator('textarea').inputValue())).toBe(squeeze(shown));
}

describe('a console that nobody knows', () => {
  it('is taught with three clicks, none of which the page can feel or forge', async () => {
    await button('Teach it in three clicks').click();
    await step('customer');
    await forgeIn(page);
    await clickAt(page, '.e7 .t');
    await step('agent');
    await forgeIn(page);
    await clickAt(page, '.e7 .t');
    await panel.frame.getByRole('alert').getByText('That is the same message').waitFor();
    await panel.frame.getByText('Here: Two green ones and a red one. 10:42').waitFor();
    await clickAt(page, '.e9 .t');
    await step('composer');
    await clickAt(page, '#whom');
    await panel.frame.getByRole('alert').getByText('There is no reply box').waitFor();
    await clickAt(page, 'textarea');
    await step('check');
    await panel.frame.getByText('2 messages of the customer').waitFor();
    expect(await seenBy(page)).toEqual([]);
  });

  it('shows by a fourth click where the order number is', async () => {
    await button(/^order number/).click();
    await step('field');
    await clickAt(page, '.fact-order');
    await step('check');
    await button('order number A-55812').waitFor();
    await button('Yes, use it').click();
    await panel.frame.getByText(/Open another conversation/).waitFor();
  });

  it('is confirmed on a second conversation, read, and written into', async () => {
    expect((await taught())[0]?.madeOn).not.toBeNull();
    await page.getByRole('button', { name: 'Piet Janssen' }).click();
    await panel.frame.getByText('Does this read right here, too?').waitFor();
    expect(await panel.heard.innerText()).toContain('Piet Janssen');
    // At the first click: what we paint over the page meanwhile covers nothing of the panel.
    await answers();
    await button('Yes, it does').click();
    await expect.poll(async () => (await taught())[0]?.madeOn).toBeNull();
  });

  it('keeps its recipe for the next visit, and lists it with its health and no word of a message', async () => {
    await page.reload();
    panel = await panelOf(page);
    await customerWrites(page, question);
    await panel.answered(question);
    expect(await panel.heard.innerText()).not.toContain('10:42');
    const settings = await openSettings();
    await settings.getByText('Reads and writes').waitFor();
    await settings.getByText(/Seen: customer, you/).waitFor();
    await settings.getByText(/Last insertion verified .*: typed in by the browser/).waitFor();
    const kept = JSON.stringify((await desk.ask('settings.read', null)) ?? {});
    for (const words of [question, 'slow since', 'Okafor', 'A-55812', 'let me look']) {
      expect(kept).not.toContain(words);
    }
    await settings.close();
  });

  it('is handed on as a file, deleted, and brought back by pasting it', async () => {
    const settings = await openSettings();
    const name = (await taught())[0]?.recipe.name ?? '';
    const [download] = await Promise.all([
      settings.waitForEvent('download'),
      settings.getByRole('button', { name: `Save to a file: ${name}` }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    await settings.getByRole('button', { name: `Delete: ${name}` }).click();
    await panel.frame.getByText('Cuecard can’t read this page yet').waitFor();
    const paste = settings.getByLabel('or paste it here');
    await paste.fill(file.replace(/"match"[^}]*\}/, '"match": { "url": "." }'));
    await settings.getByRole('button', { name: 'Bring in', exact: true }).click();
    await settings.getByText('This recipe is not for one site alone').waitFor();
    await paste.fill(file);
    await settings.getByRole('button', { name: 'Bring in', exact: true }).click();
    await settings.getByText(`${name} was brought in.`).waitFor();
    await panel.answered(question);
    await settings.close();
  });

  it('is taught from the settings page, and by keyboard alone', async () => {
    const settings = await openSettings();
    await settings.getByRole('button', { name: /^Delete:/ }).click();
    await settings.getByRole('button', { name: 'Teach how 127.0.0.1 is read' }).click();
    await page.bringToFront();
    await settings.close();
    await step('customer');
    const section = panel.frame.locator('section[data-step]');
    /** Walks back from the newest message until the words are at hand. */
    const walkTo = async (words: RegExp) => {
      for (let at = 0; at < 12; at++) {
        const before = await section.locator('[aria-live]').innerText();
        await section.press('ArrowUp');
        await expect.poll(() => section.locator('[aria-live]').innerText()).not.toBe(before);
        if (words.test(await section.locator('[aria-live]').innerText())) return;
      }
      throw new Error(`${words} cannot be reached`);
    };
    await walkTo(/Two green ones/);
    await section.press('Enter');
    await step('agent');
    await walkTo(/which lights/);
    await section.press('Enter');
    await step('composer');
    await section.press('ArrowDown');
    await section.press('Enter');
    await step('check');
    expect((await seenBy(page)).filter((what) => what !== 'focus')).toEqual([]);
    await button('Yes, use it').press('Enter');
    await panel.frame.getByText(/Open another conversation/).waitFor();
    await page.getByRole('button', { name: 'Piet Janssen' }).press('Enter');
    await button('Yes, it does').press('Enter');
    await answers();
  });
});

describe('a console that changes under its recipe', () => {
  it('is said to, and offered to be taught again', async () => {
    const show = (rows: readonly string[]) =>
      page.evaluate((rows) => {
        const made = rows.map((text, at) => {
          const row = document.createElement('div');
          row.className = at % 2 === 0 ? 'm customer' : 'm agent';
          row.textContent = text;
          return row;
        });
        document.querySelector('.flow')?.replaceChildren(...made);
      }, rows);
    // Too few words for the reader without a recipe to find a list by.
    await show(['你好', '您好', '密码忘了']);
    await panel.frame
      .getByText('Cuecard no longer sees who wrote which message on this console.')
      .waitFor({ timeout: 30_000 });
    await show([
      'Good morning, is anybody there?',
      'Good morning Piet, how can I help?',
      'I forgot my wifi password, and the box is in the attic.',
      'No problem, it is on the label below the box.',
      'Thank you, I will look for it up there.',
    ]);
    await panel.heard.getByText(/^Reading .+ by guesswork/).waitFor();
    await button('Teach it again').click();
    await step('customer');
    await button('Give up').click();
  });
});
