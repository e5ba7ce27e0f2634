import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { endBrain } from '../support/end-brain';
import { makeBase, makeEntry } from '../support/make-entry';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';
import { seeded } from '../support/seeded';

const question = 'the light on my fibre box is red';
const redLight = /Red light/;

let desk: Desk;
let page: Page;
let panel: Panel;
/** A page of the extension's origin that starts no brain. */
let origin: Page;
let session: CDPSession;

/** For the tests around it: a browser of their own, and another for what is tried again. */
function inOwnBrowser(quotaSize?: number) {
  beforeAll(() => begin(quotaSize));
  beforeEach(async ({ task }) => {
    if ((task.result?.retryCount ?? 0) === 0) return;
    await desk.close();
    await begin(quotaSize);
  });
  afterAll(() => desk?.close());
}

async function begin(quotaSize?: number) {
  desk = await openDesk({ samples: 'none' });
  origin = await desk.context.newPage();
  await origin.goto(`chrome-extension://${desk.extensionId}/templates/cuecard-template.json`);
  session = await desk.context.newCDPSession(origin);
  // Before the first write: what Chromium has found free it goes on counting with for a while.
  if (quotaSize !== undefined) await quota(quotaSize);
  await desk.ask('knowledge.load-sample', { sample: 'harbour-broadband' });
  page = await desk.open();
  panel = await panelOf(page);
  await select(page, 'c-maria');
  await ask(question);
}

/** How much Chromium lets the extension keep, in bytes; without a number, as usual. */
async function quota(quotaSize?: number) {
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: `chrome-extension://${desk.extensionId}`,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
}

async function ask(text: string) {
  await customerSays(page, 'c-maria', text);
  await panel.answered(text);
}

/** Answered, so that what the customer writes next is a question of its own. */
const reply = () => page.locator('.reply-box .ProseMirror').press('Control+Enter');

const shows = (words: string | RegExp) => panel.frame.getByText(words).first().waitFor();

/** The answers that were there before still come, and can be inserted. */
async function stillAnswers(text: string) {
  await ask(text);
  expect((await panel.titles())[0]).toMatch(redLight);
  await page.locator('.reply-box .ProseMirror').fill('');
  await panel.press('Insert', 1);
  await panel.status(1, 'inserted');
  expect(await composerText(page)).not.toBe('');
  await reply();
}

/** Some 2 KB an entry, that no compression makes much smaller. */
const random = seeded(7);
const file = (count: number) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id: 'harbour-broadband', name: 'Harbour, new', language: 'en' },
    entries: Array.from({ length: count }, (_, at) => ({
      id: `n${at}`,
      title: `Tariff ${at}`,
      phrasings: [`what does tariff ${at} cost`],
      answer: `Costs ${at} euros. ${Array.from({ length: 200 }, () => random().toString(36).slice(2)).join(' ')}`,
    })),
  });

describe('a brain that is killed', () => {
  inOwnBrowser();

  it('is started again by itself, and the open panel goes on with it', async () => {
    await endBrain(desk);
    await ask('i forgot my wifi password');
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    await reply();
  });
});

describe('a database with rows in ruins', () => {
  inOwnBrowser();

  it('answers with the rest, says how many are lost, and is repaired by one click', async () => {
    await origin.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('cuecard');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const database = request.result;
            const write = database.transaction(['bases', 'chunks', 'events'], 'readwrite');
            const chunks = write.objectStore('chunks');
            const first = chunks.get(['harbour-broadband', 0]);
            first.onsuccess = () => {
              const { entries, ...chunk } = first.result;
              // Some in the middle; what the question asks for is not among them.
              const ruin = (entry: { title: string }, at: number) =>
                at % 10 === 3 && !/light/i.test(entry.title) ? { id: 7 } : entry;
              chunks.put({ ...chunk, entries: entries.map(ruin) });
            };
            chunks.put({ base: 'harbour-broadband', at: 9, entries: '\u0000' });
            write.objectStore('events').put({ kind: 'inserted', seq: 900 });
            write.oncomplete = () => {
              database.close();
              resolve();
            };
            write.onerror = () => reject(write.error);
          };
        }),
    );
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(message.text()));
    await endBrain(desk);
    await shows(/stored answers can’t be read any more/);
    await stillAnswers(`${question} still`);
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      panel.frame.getByRole('button', { name: 'Save a copy and repair' }).click(),
    ]);
    expect(copy.suggestedFilename()).toMatch(/harbour/i);
    // A failure tells what the panel says in its place, and why.
    const said = async () => [
      ...(await panel.frame.getByRole('note').allInnerTexts()),
      ...warnings,
    ];
    const timeout = 30_000;
    await expect.poll(async () => (await said()).join('\n'), { timeout }).toMatch(/Repaired/);
    await stillAnswers(`${question} even now`);
    await endBrain(desk);
    await stillAnswers(`${question} after all`);
    expect(await desk.ask('storage.report', null)).toEqual({ state: 'kept', unreadable: 0 });
  });
});

describe('a disk that is full', () => {
  inOwnBrowser(2_000_000);

  const bring = () => desk.ask('knowledge.import', { fileName: 'new.json', content: file(3_000) });
  const full = () => panel.frame.getByRole('note').filter({ hasText: 'There is no room left' });

  it('in the middle of an import keeps the base as it was, and says so', async () => {
    await expect(bring()).rejects.toThrow();
    await full().waitFor();
    await endBrain(desk);
    await stillAnswers(`${question} since monday`);
  });

  it('takes the import once there is room, and one click takes the notice away', async () => {
    await expect(bring()).rejects.toThrow();
    await full().waitFor();
    await quota();
    await full().getByRole('button', { name: 'Try again' }).click();
    await full().waitFor({ state: 'detached' });
    expect(await bring()).toMatchObject({ outcome: 'imported', added: 3_000 });
  });
});

const light = makeEntry({
  id: 'light',
  base: 'old',
  title: 'Red light',
  answer: 'Restart the box.',
  phrasings: [{ text: question, source: 'author' }],
});

describe('a database that an older Cuecard holds open', () => {
  it('is said to be, and the panel goes on by itself once it is free', async () => {
    const other = await openDesk({ samples: 'none' });
    try {
      const older = await other.context.newPage();
      await older.goto(`chrome-extension://${other.extensionId}/templates/cuecard-template.json`);
      // Version 1 of Dexie is 10 of the browser's. Closes for nobody, as a frozen tab.
      await older.evaluate(
        ([base, entry]) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('cuecard', 10);
            request.onerror = () => reject(request.error);
            request.onsuccess = () => resolve();
            request.onupgradeneeded = () => {
              const database = request.result;
              database.createObjectStore('bases', { keyPath: 'id' }).put(base);
              const chunks = database.createObjectStore('chunks', { keyPath: ['base', 'at'] });
              chunks.put({ base: 'old', at: 0, entries: [entry] });
              const events = { keyPath: 'seq', autoIncrement: true };
              database.createObjectStore('events', events).createIndex('kind', 'kind');
              database.createObjectStore('settings', { keyPath: 'name' });
            };
          }),
        [makeBase({ id: 'old' }), light] as const,
      );
      const blocked = await other.open();
      const waiting = await panelOf(blocked);
      const words = waiting.frame
        .getByText('An older Cuecard is still open in another tab.')
        .first();
      await words.waitFor();
      // The words are in a panel that the page shows.
      const frame = await waiting.frame.frameElement();
      await expect.poll(() => frame.isVisible()).toBe(true);
      await older.close();
      await words.waitFor({ state: 'detached' });
      await select(blocked, 'c-maria');
      await customerSays(blocked, 'c-maria', question);
      await waiting.answered(question);
      await waiting.cards.filter({ hasText: 'Restart the box.' }).first().waitFor();
    } finally {
      await other.close();
    }
  });
});
