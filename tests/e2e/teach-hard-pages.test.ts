import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';
import { type ServedFolder, serveFolder } from '../support/serve-folder';

const question = 'i forgot my wifi password';
const squeeze = (text: string) => text.replace(/\s+/g, '');

let desk: Desk;
let pages: ServedFolder;
let page: Page;
let panel: Panel;
beforeAll(async () => {
  desk = await openDesk({ samples: ['harbour-broadband'] });
  pages = await serveFolder('tests/fixtures/unknown-consoles');
});
afterAll(async () => {
  await desk?.close();
  await pages?.close();
});
beforeEach(async () => {
  const { taught } = (await desk.ask('settings.read', null)) as {
    taught: { recipe: { id: string } }[];
  };
  for (const { recipe } of taught) await desk.ask('taught.delete', { id: recipe.id });
});

const step = (name: string) => panel.frame.locator(`section[data-step="${name}"]`).waitFor();

async function openToTeach(name: string) {
  page = await desk.context.newPage();
  await page.goto(`${pages.origin}/${name}/page.html`);
  panel = await panelOf(page);
  // As the settings page asks for it.
  await desk.ask('settings.change', { teachNext: '127.0.0.1' });
  await page.bringToFront();
  await step('customer');
}

/** Clicks where it stands, as a hand does: what is laid over the page gets the click. */
async function clickOn(place: Locator) {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error('Not in sight');
  await page.mouse.click(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
}

/** The four messages of the customer are seen; used, a new one is answered. */
async function isTaught(write: (question: string) => void) {
  await step('check');
  await panel.frame.getByText('4 messages of the customer').waitFor();
  await panel.frame.getByText('3 of yours').waitFor();
  await panel.frame.getByRole('button', { name: 'Yes, use it' }).click();
  await panel.frame.getByText(/Open another conversation/).waitFor();
  await page.evaluate(write, question);
  await panel.answered(question);
  await panel.frame.getByText(/^Reading .+ by guesswork/).waitFor({ state: 'detached' });
}

/** Its answer goes into the reply box that was taught. */
async function isWritten(reply: Locator) {
  const shown = await panel.answer(1);
  await panel.press('Insert', 1);
  await panel.status(1, 'inserted');
  const written = () =>
    reply.evaluate((box) => ('value' in box ? String(box.value) : (box.textContent ?? '')));
  expect(squeeze(await written())).toBe(squeeze(shown));
  await page.close();
}

describe('a hard page is taught', () => {
  it('whose list and reply box are in shadow roots', async () => {
    await openToTeach('open-shadow-roots');
    await clickOn(page.getByText('The order number is 55812.'));
    await step('agent');
    await clickOn(page.getByText('It left our warehouse on Tuesday.'));
    await step('composer');
    await clickOn(page.locator('textarea'));
    await isTaught((question) => {
      const app = document.querySelector('desk-app')?.shadowRoot;
      const log = app?.querySelector('message-log')?.shadowRoot?.querySelector('div');
      const row = log?.lastElementChild?.cloneNode(true) as HTMLElement;
      if (row.firstElementChild) row.firstElementChild.textContent = question;
      log?.append(row);
    });
    await isWritten(page.locator('textarea'));
  });

  it('whose conversation is in a frame of the same origin', async () => {
    await openToTeach('same-origin-frame');
    const work = page.frameLocator('#work');
    await clickOn(work.getByText('The order number is 55812.'));
    await step('agent');
    await clickOn(work.getByText('It left our warehouse on Tuesday.'));
    await step('composer');
    await clickOn(work.locator('textarea'));
    await isTaught((question) => {
      const frame = document.querySelector<HTMLIFrameElement>('#work')?.contentDocument;
      const log = frame?.querySelector('.log');
      const row = log?.lastElementChild?.cloneNode(true) as HTMLElement;
      row.textContent = question;
      log?.append(row);
    });
    await isWritten(work.locator('textarea'));
  });

  it('whose list draws only the rows in sight, by keyboard alone', async () => {
    await openToTeach('virtualised');
    const section = panel.frame.locator('section[data-step]');
    const words = section.locator('[aria-live]');
    const walkTo = async (wanted: string) => {
      for (let at = 0; at < 12; at++) {
        const before = await words.innerText();
        await section.press('ArrowUp');
        await expect.poll(() => words.innerText()).not.toBe(before);
        if ((await words.innerText()).includes(wanted)) return section.press('Enter');
      }
      throw new Error(`${wanted} cannot be reached`);
    };
    await walkTo('The order number');
    await step('agent');
    await walkTo('It left our warehouse');
    await step('composer');
    await section.press('ArrowDown');
    await section.press('Enter');
    await isTaught((question) => {
      // What has scrolled out of sight at the top is drawn no more.
      const [first, second, ...others] = document.querySelectorAll<HTMLElement>('.vrow');
      const row = others.at(-1)?.cloneNode(true) as HTMLElement;
      row.dataset.index = '128';
      row.style.transform = 'translateY(512px)';
      if (row.firstElementChild) row.firstElementChild.textContent = question;
      first?.remove();
      second?.remove();
      document.querySelector('.inner')?.append(row);
    });
    await page.close();
  });
});
