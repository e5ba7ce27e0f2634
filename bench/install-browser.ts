import type { Page } from 'playwright-core';
import { select } from '../tests/support/desk-page.ts';
import { type Panel, panelOf } from '../tests/support/panel.ts';
import { openBenchDesk, pause, within } from './bench-desk.ts';
import { brainMemory } from './brain-memory.ts';
import { firstPaintAt } from './first-paint.ts';
import type { LargeBase } from './large-base.ts';

const mostMs = 120_000;
const conversation = 'c-tom';
/** Questions asked while the ranking is in the making. */
export const askAll = 10;

/** A browser's folder, the extension in it and what the team has. */
export type Place = {
  readonly profile: string;
  readonly extension: string;
  readonly bases: readonly LargeBase[];
};

/** Joins as a person does, beside an open panel. */
export async function install({ profile, extension, bases }: Place, invite: string) {
  const desk = await openBenchDesk({ samples: 'none', profile, copy: extension });
  try {
    await desk.ask('settings.change', { language: 'en' });
    const page = await desk.open();
    const panel = await panelOf(page);
    await select(page, conversation);
    const settings = await desk.context.newPage();
    await settings.goto(`chrome-extension://${desk.extensionId}/options.html`);
    await settings.getByLabel('Invite link').fill(invite);
    await settings.getByLabel('Your name, for the team').fill('Bo');
    const join = settings.getByRole('button', { name: 'Join' });
    await join.waitFor();
    const startedAt = performance.now();
    const since = () => performance.now() - startedAt;
    await join.click();
    await page.bringToFront();
    await panel.frame.locator('[data-team="synced"]').waitFor({ timeout: mostMs });
    const syncedMs = since();
    await ask(page, panel, bases, 0, mostMs);
    const answeredMs = since();
    let right = 0;
    for (let at = 1; at <= askAll; at++) {
      right += await ask(page, panel, bases, at, 5_000).then(
        () => 1,
        () => 0,
      );
    }
    const isPreparing = async () =>
      ((await desk.ask('knowledge.summary', null)) as { preparing: boolean }).preparing;
    const trained = async () => {
      while (await isPreparing()) await pause(100);
    };
    await within(mostMs, 'The training', trained());
    const trainedMs = since();
    const memory = await brainMemory(profile);
    // Whoever closes the browser earlier trains once more.
    await within(mostMs, 'Keeping the index', indexKept(settings));
    return { version: desk.version, syncedMs, answeredMs, right, trainedMs, memory };
  } finally {
    await desk.close();
  }
}

/** Opens the console in a browser that was closed and started again, and asks at once. */
export async function restart({ profile, extension, bases }: Place) {
  const desk = await openBenchDesk({ samples: 'none', profile, copy: extension });
  try {
    const startedAt = performance.now();
    const page = await desk.open();
    const panel = await panelOf(page);
    await select(page, conversation);
    await ask(page, panel, bases, askAll + 1, mostMs);
    const answeredMs = performance.now() - startedAt;
    const panelMs = (await firstPaintAt(panel.frame)) - (performance.timeOrigin + startedAt);
    return { panelMs, answeredMs };
  } finally {
    await desk.close();
  }
}

/** Asks something of some entry, in either language by turns, and waits for its card. */
async function ask(
  page: Page,
  panel: Panel,
  bases: readonly LargeBase[],
  at: number,
  timeout: number,
): Promise<void> {
  const base = bases[at % bases.length];
  const { text, entry } = base?.ask(at + 3) ?? { text: '', entry: '' };
  const title = base?.entries.find(({ id }) => id === entry)?.title ?? '';
  await page.evaluate(() => window.desk.flood(2));
  await page.evaluate(([conversation, text]) => window.desk.customerSays(conversation, text), [
    conversation,
    text,
  ] as const);
  const card = panel.cards.locator('h3').getByText(title, { exact: true });
  await card.first().waitFor({ timeout });
}

/** Until the index is kept, which is written whole: that of the small talk alone is one part. */
async function indexKept(ours: Page): Promise<void> {
  const count = () =>
    ours.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('cuecard-index');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction('parts').objectStore('parts').get(0);
            reading.onerror = () => reject(reading.error);
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result?.lengths.length ?? 0);
            };
          };
        }),
    );
  while ((await count()) < 2) await pause(200);
}
