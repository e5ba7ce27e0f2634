import type { Page } from 'playwright-core';
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
    await panel.answered(turn.text);
    console.log(
      `\n${(await panel.heard.innerText()).split('\n')[0]}: ${turn.text || '(a picture)'}`,
    );

    const count = await panel.cards.count();
    if (turn.text === '') console.log('  a picture alone: Cuecard says that it cannot read it');
    else if (count === 0) console.log('  nothing fits: Cuecard stays quiet');
    for (let at = 0; at < count; at++) {
      const card = panel.cards.nth(at);
      const kind = await card.getAttribute('data-kind');
      console.log(`  ${at + 1}. ${await card.locator('h3').innerText()} (${kind})`);
    }
    if (count > 0 && (await insertBest(page, panel))) inserted++;
  }
  await page.screenshot({ path: picture });
  console.log(`\n${inserted} answers inserted. The last screen is in ${picture}.`);
  return inserted;
}

/** Inserts the first card, filling what it asks for; false when it must be adapted by a person. */
async function insertBest(page: Page, panel: Panel): Promise<boolean> {
  const before = await composerText(page);
  const card = panel.cards.first();
  for (const slot of await card.getByRole('textbox').all()) await slot.fill('HB-10442');
  await panel.press('Insert', 1);
  const editor = card.locator('textarea');
  const done = card.locator('[data-status]');
  await editor.or(done).first().waitFor();
  if ((await done.count()) === 0) {
    console.log('  → this answer must be adapted by the agent first');
    await card.getByRole('button', { name: /^Cancel/ }).click();
    return false;
  }
  const status = await done.getAttribute('data-status');
  if (status === 'missing') {
    console.log('  → this answer asks the agent for something first');
    return false;
  }
  if (status !== 'inserted') throw new Error(`The card says ${status}`);
  const after = await composerText(page);
  if (after === before) throw new Error('The panel says inserted, but the reply box is unchanged');
  console.log(`  → ${after.slice(before.length).trim().replaceAll('\n', '\n    ')}`);
  await page.getByRole('button', { name: 'Send' }).click();
  return true;
}
