import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

const question = 'I am Maria Lopez and i forgot my wifi password';

let desk: Desk;
let page: Page;
let panel: Panel;
let settings: Page;

const it = makeChain(async () => {
  await desk?.close();
  desk = await openDesk({ samples: ['harbour-broadband'] });
  page = await desk.open();
  panel = await panelOf(page);
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', question);
  await panel.answered(question);
  await panel.press('Insert', 1);
  await panel.status(1, 'inserted');
  settings = await openSettings();
});
afterAll(() => desk?.close());

async function openSettings() {
  const opened = await desk.context.newPage();
  await opened.goto(`chrome-extension://${desk.extensionId}/options.html`);
  await opened.getByRole('heading', { name: 'Cuecard settings' }).waitFor();
  return opened;
}

const texts = async () => JSON.stringify(await desk.events());

describe('the settings page', () => {
  it('is reached from the panel’s own menu', async () => {
    await panel.frame.getByRole('button', { name: 'Settings and import' }).click();
    const link = panel.frame.getByRole('link', { name: 'All settings' });
    expect(await link.getAttribute('href')).toBe('/options.html');
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.getByRole('heading', { name: 'Cuecard settings' }).waitFor();
    await opened.close();
    await panel.frame.getByRole('link', { name: 'All settings' }).press('Escape');
  });

  it('changes language, look and the panel’s place in every open panel', async () => {
    await settings.getByRole('radio', { name: 'Dark' }).check();
    await panel.frame.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await settings.getByRole('radio', { name: '简体中文' }).check();
    await panel.frame.locator('html[lang="zh-CN"]').waitFor({ state: 'attached' });
    await settings.getByRole('radio', { name: 'English' }).check();
    await settings.getByRole('radio', { name: 'Light' }).check();
    await panel.frame.getByRole('separator').press('Home');
    const { host } = new URL(desk.origin);
    await settings.getByLabel(`Side of the panel: ${host}`).selectOption('left');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.getBoundingClientRect().left))
      .toBe(320);
  });

  it('keeps a site that came with the build, and says why', async () => {
    await settings.getByRole('button', { name: 'Turn off: 127.0.0.1' }).click();
    await settings.getByText(/comes with this build/).waitFor();
  });

  it('saves everything to one file', async () => {
    const [download] = await Promise.all([
      settings.waitForEvent('download'),
      settings.getByRole('button', { name: 'Save everything to a file' }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(download.suggestedFilename()).toMatch(/^cuecard-\d{4}-\d\d-\d\d\.json$/);
    expect(file.bases.map(({ base }: { base: { id: string } }) => base.id)).toContain(
      'harbour-broadband',
    );
    expect(JSON.stringify(file.events)).toContain('Maria Lopez');
    await settings.getByText('Saved to your downloads.').waitFor();
  });

  it('erases one customer, after showing what is kept of them', async () => {
    expect(await texts()).toContain('Maria Lopez');
    await settings.getByRole('searchbox', { name: 'Name, words or number' }).fill('lopez');
    await settings.getByRole('button', { name: 'Find', exact: true }).click();
    await settings.getByRole('checkbox', { name: /Maria Lopez/ }).check();
    await settings.getByRole('button', { name: 'Erase 1 conversation' }).click();
    await settings.getByText(/Erased: 2 events/).waitFor();
    expect(await texts()).not.toContain('Maria Lopez');
  });

  it('lets the agent erase the conversation on screen from the panel’s menu', async () => {
    await select(page, 'c-tom');
    await customerSays(page, 'c-tom', 'why is my bill higher');
    await panel.answered('why is my bill higher');
    await expect.poll(texts).toContain('why is my bill higher');
    await panel.frame.getByRole('button', { name: 'Settings and import' }).click();
    await panel.frame.getByRole('button', { name: 'Erase this conversation…' }).click();
    await panel.frame.getByRole('button', { name: 'Erase', exact: true }).click();
    await panel.frame.getByText(/Erased: \d+ event/).waitFor();
    expect(await texts()).not.toContain('why is my bill higher');
    await panel.frame.getByRole('link', { name: 'All settings' }).press('Escape');
  });

  it('shows what the organisation has set, locked, and what of it makes no sense', async () => {
    const managed = await desk.context.newPage();
    // Chromium reads policies from the machine's own folders, which a test must leave alone.
    await managed.addInitScript(() => {
      const set = {
        consoles: ['desk.example', '127.0.0.1:x'],
        language: 'zh',
        hub: 'https://hub.example',
      };
      Object.assign(chrome.storage.managed, { get: async () => set });
    });
    await managed.goto(`chrome-extension://${desk.extensionId}/options.html`);
    const language = managed.getByRole('group', { name: '语言' });
    await language.waitFor();
    expect(await language.getByRole('radio', { name: '简体中文' }).isChecked()).toBe(true);
    expect(await language.getByRole('radio', { name: 'English' }).isDisabled()).toBe(true);
    await managed.getByRole('button', { name: '开启：desk.example' }).waitFor();
    await managed.getByText('https://hub.example').waitFor();
    expect(await managed.getByRole('alert').innerText()).toContain('127.0.0.1:x');
    // The title over the hub, and a mark at the language and at the site.
    expect(await managed.getByText('由您的组织设置').count()).toBe(3);
    await managed.close();
  });

  it('erases everything once a word was typed; afterwards Cuecard is as new', async () => {
    await settings.getByRole('button', { name: 'Erase everything…' }).click();
    const sure = settings.getByRole('button', { name: 'Erase everything now' });
    expect(await sure.isDisabled()).toBe(true);
    await settings.getByText(/1 base with its answers: Harbour Broadband/).waitFor();
    await settings.getByLabel('Type erase to confirm').fill('erase');
    await sure.click();
    await settings.getByText('Cuecard is as new.').waitFor();
    expect(await desk.events()).toEqual([]);
    const { bases } = (await desk.ask('knowledge.summary', null)) as { bases: { id: string }[] };
    expect(bases.map(({ id }) => id)).toEqual(['small-talk-en', 'small-talk-zh']);
    // The panel that is open goes on, as on the first day.
    await panel.frame.getByText(/1 of 3/).waitFor();
    await panel.frame.getByText('No answers yet').waitFor();
    const places = () =>
      desk.ask('settings.read', null).then((all) => (all as { places: object }).places);
    expect(await places()).toEqual({});
  });
});
