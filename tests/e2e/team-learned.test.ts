import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { axeViolations } from '../support/axe';
import { customerSays, select } from '../support/desk-page';
import { type HubProcess, hubFolder, runHub } from '../support/hub/run-hub';
import { permits } from '../support/hub/team-of-two';
import { laterInBrain } from '../support/later-in-brain';
import { lengthenWords, overflowing } from '../support/longer-words';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

const question = 'where can i get a zebra crossing permit, call 13812345678';
const words = 'where can i get a zebra crossing permit, call ‹phone›';
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
] as const;

let remove: () => void;
let hub: HubProcess;
let boss: Desk;
let agent: Desk;
// For each try a hub and browsers of their own: those of the one before are in a team.
beforeEach(async () => {
  const place = hubFolder();
  ({ remove } = place);
  hub = await runHub(place.folder);
  [boss, agent] = await Promise.all([openDesk({ samples: 'none' }), openDesk({ samples: 'none' })]);
});
afterEach(async () => {
  await Promise.all([boss?.close(), agent?.close()]);
  await hub?.end('SIGTERM');
  remove();
});

async function ours(desk: Desk, name: 'options' | 'studio'): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${desk.extensionId}/${name}.html`);
  return page;
}

/** What the agent's own browser has learned, by its state. */
async function learnedAtAgent(state: 'live' | 'refused') {
  const params = { base: null, state, offset: 0, limit: 9 };
  const { phrasings } = (await agent.ask('learning.list', params)) as {
    phrasings: { text: string }[];
  };
  return phrasings.map(({ text }) => text);
}

it('what an agent’s pick taught is seen, refused for all and accepted by the supervisor, if the team wants it', async () => {
  await boss.ask('knowledge.import', {
    fileName: 'permits.json',
    content: JSON.stringify(permits),
  });
  await boss.ask('team.join', { link: hub.inviteLink, name: 'Ana' });
  await boss.ask('team.share', { base: 'permits' });
  const { link } = (await boss.ask('team.invite', { role: 'agent' })) as { link: string };
  await agent.ask('team.join', { link, name: 'Bo' });

  const studio = await ours(boss, 'studio');
  const theTeam = studio.getByRole('button', { name: 'The team', exact: true });
  await studio.getByRole('button', { name: 'Learned', exact: true }).click();
  await theTeam.press('Enter');
  await studio.getByText('Your team does not share how customers ask').first().waitFor();
  await studio.getByRole('button', { name: 'What comes to the team' }).press('Enter');
  const own = studio.getByLabel(/^Also share how customers ask/);
  expect(await own.isChecked()).toBe(false);
  await own.press('Space');
  await studio.getByText('Saved.').first().waitFor();
  await studio.keyboard.press('Escape');
  await studio.getByText('Nothing new was learned').first().waitFor();

  const settings = await ours(agent, 'options');
  await settings
    .locator('[data-words="on"]')
    .getByText(/^Two minutes after you pick/)
    .waitFor();
  await settings.close();

  const page = await agent.open();
  const panel = await panelOf(page);
  await panel.frame.locator('[data-team="synced"]').waitFor();
  await select(page, 'c-maria');
  await customerSays(page, 'c-maria', question);
  await panel.answered(question);
  await panel.press('Insert', 1);
  await panel.status(1, 'inserted');
  const listed = () =>
    boss.ask('team-learning.list', { state: 'live', limit: 9 }) as Promise<{
      phrasings: { text: string; people: number }[];
    }>;
  expect((await listed()).phrasings).toEqual([]);
  const event = { kind: 'shown', cueText: '', entries: [{ base: 'permits', id: 'zebra' }] };
  await expect
    .poll(
      async () => {
        // The two minutes, and something to synchronise for.
        await laterInBrain(agent, 2 * 60_000);
        await agent.ask('event.record', { event, conversationKey: 'c', consoleId: 'x' });
        return (await listed()).phrasings.map(({ text, people }) => [text, people]);
      },
      { interval: 2_500, timeout: 25_000 },
    )
    .toEqual([[words, 1]]);

  await studio.bringToFront();
  await studio.getByRole('button', { name: 'This browser' }).click();
  await theTeam.click();
  const row = studio.locator('[data-learned]');
  await row.getByText(words).first().waitFor();
  expect(await row.textContent()).toContain('picked 1× · by 1 person');
  for (const look of looks) {
    await boss.ask('settings.change', look);
    await studio
      .locator(`html[data-theme="${look.theme}"][lang^="${look.language}"]`)
      .waitFor({ state: 'attached' });
    expect(await axeViolations(studio)).toEqual([]);
    await studio.setViewportSize({ width: 320, height: 700 });
    expect(await overflowing(studio)).toEqual([]);
    const shorten = await lengthenWords(studio);
    expect(await overflowing(studio)).toEqual([]);
    await shorten();
    await studio.setViewportSize({ width: 1280, height: 720 });
  }
  await boss.ask('settings.change', { theme: 'system', language: 'en' });

  await row.getByRole('button', { name: /^Refuse/ }).press('Enter');
  await studio.getByText('Nothing new was learned').first().waitFor();
  // By hashes alone: the agent's browser still has its own words for it.
  const spoken = question.replace('13812345678', '‹phone›');
  await expect.poll(() => learnedAtAgent('refused')).toEqual([spoken]);
  expect(await learnedAtAgent('live')).toEqual([]);
  await studio.getByRole('button', { name: /^Refused 1/ }).press('Enter');
  await row.getByRole('button', { name: /^Take back/ }).press('Enter');
  await expect.poll(() => learnedAtAgent('live')).toEqual([spoken]);

  await studio.getByRole('button', { name: /^To look at 1/ }).press('Enter');
  await row.getByRole('button', { name: /^Accept/ }).press('Enter');
  const bar = studio.getByRole('region', { name: 'Publishing' });
  await bar.getByText('1 change not published').click();
  await bar.getByLabel(/^Why/).fill('Customers ask so');
  await bar.getByRole('button', { name: 'Publish' }).click();
  await bar.getByText('Everything is published').waitFor();
  const zebra = { base: 'permits', id: 'zebra' };
  await expect
    .poll(async () => JSON.stringify(await agent.ask('studio.entry', zebra)))
    .toContain(words);
});
