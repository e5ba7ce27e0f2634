import type { Locator, Page } from 'playwright-core';
import { composerText, playNext, select } from '../tests/support/desk-page.ts';
import { type Panel, panelOf } from '../tests/support/panel.ts';

const picture = '.output/demo.png';

/**
 * Plays the agent: lets each customer of the story write, takes the best card, sends it by the
 * console's own button (Cuecard never does), and prints what the panel showed and what landed in
 * the reply box. Throws when something that was inserted did not arrive.
 * @returns how many answers were inserted
 */
export async function playStory(page: Page): Promise<number> {
  const panel = await panelOf(page);
  let inserted = 0;
  for (let turn = await playNext(page); turn !== null; turn = await playNext(page)) {
    await select(page, turn.conversationId);
    const customer = await page.locator('h1.customer-name:visible').innerText();
    // Of a picture there are no words by which to know that the panel is there yet.
    await panel.heard.getByText(customer).first().waitFor();
    await panel.answered(turn.text);
    console.log(`\n${customer}: ${turn.text || '(a picture)'}`);

    // All at one moment: what is known better a moment later may be fewer cards.
    const cards = await panel.cards.evaluateAll((shown) =>
      shown.map((card) => ({
        title: card.querySelector('h3')?.textContent ?? '',
        kind: card.getAttribute('data-kind') ?? '',
      })),
    );
    if (turn.text === '') console.log('  a picture alone: Cuecard says that it cannot read it');
    else if (cards.length === 0) console.log('  nothing fits: Cuecard stays quiet');
    cards.forEach(({ title, kind }, at) => {
      console.log(`  ${at + 1}. ${title} (${kind})`);
    });
    const answers = cards.length > 0 ? await insertBest(page, panel) : 0;
    if (answers > 0) await page.getByRole('button', { name: 'Send' }).click();
    inserted += answers;
  }
  await page.screenshot({ path: picture });
  console.log(`\n${inserted} answers inserted. The last screen is in ${picture}.`);
  return inserted;
}

/** Inserts the best answer to each question of the message, and says how many went in. */
async function insertBest(page: Page, panel: Panel): Promise<number> {
  const groups = await panel.frame.locator('[data-question]').all();
  const places = groups.length > 0 ? groups : [panel.frame.locator('main')];
  let inserted = 0;
  for (const place of places) if (await insertFirst(page, panel, place)) inserted++;
  return inserted;
}

/** Inserts the first card of a place, filling what it asks for; false when a person must adapt it. */
async function insertFirst(page: Page, panel: Panel, place: Locator): Promise<boolean> {
  const card = place.getByRole('article').first();
  if ((await card.count()) === 0) return false;
  const before = await composerText(page);
  const insert = async () => {
    for (const slot of await card.getByRole('textbox').all()) await slot.fill('HB-10442');
    await panel.inPlainSight();
    await card.getByRole('button', { name: /^Insert/ }).click();
  };
  const editor = card.locator('textarea');
  // The answer to one of several questions folds its cards away; its status stays.
  const status = place.locator('[data-status]');
  await insert();
  await editor.or(status).first().waitFor();
  if ((await place.locator('[data-status="missing"]').count()) > 0) {
    // The fields that must be filled show themselves when Insert asks for them.
    await insert();
    await place.locator('[data-status]:not([data-status="missing"])').waitFor();
  }
  if ((await status.count()) === 0) {
    console.log('  → this answer must be adapted by the agent first');
    await card.getByRole('button', { name: /^Cancel/ }).click();
    return false;
  }
  const said = await status.getAttribute('data-status');
  if (said !== 'inserted') throw new Error(`The card says ${said}`);
  const after = await composerText(page);
  if (after === before) throw new Error('The panel says inserted, but the reply box is unchanged');
  console.log(`  → ${after.slice(before.length).trim().replaceAll('\n', '\n    ')}`);
  return true;
}
