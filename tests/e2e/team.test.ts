import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import {
  type AccountProvider,
  client,
  freePort,
  startAccountProvider,
} from '../support/hub/account-provider';
import { type HubProcess, hubFolder, runHub } from '../support/hub/run-hub';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'permits', name: 'Permits', language: 'en' },
  entries: [
    {
      id: 'zebra',
      title: 'Zebra crossing permit',
      phrasings: ['how do i get a zebra crossing permit', 'zebra permit please'],
      answer: 'Fill in form 7.',
    },
  ],
});
const question = 'where can i get a zebra crossing permit';

const { folder, remove } = hubFolder();
let hub: HubProcess;
let accounts: AccountProvider;
let signIn: Record<string, string>;
let boss: Desk;
let agent: Desk;
beforeAll(async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  accounts = await startAccountProvider(`${origin}/sso/callback`);
  signIn = {
    CUECARD_SSO_ISSUER: accounts.issuer,
    CUECARD_SSO_CLIENT_ID: client.id,
    CUECARD_SSO_CLIENT_SECRET: client.secret,
    CUECARD_PUBLIC_URL: origin,
  };
  hub = await runHub(folder, port, [], signIn);
  boss = await openDesk({ samples: 'none' });
  agent = await openDesk({ samples: 'none' });
});
afterAll(async () => {
  await boss?.close();
  await agent?.close();
  await hub?.end('SIGTERM');
  accounts?.close();
  remove();
});

async function ours(desk: Desk, name: 'options' | 'studio'): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${desk.extensionId}/${name}.html`);
  return page;
}

async function join(desk: Desk, link: string): Promise<Page> {
  const settings = await ours(desk, 'options');
  await settings.getByLabel('Invite link').fill(link);
  await settings.getByLabel('Your name, for the team').fill('Ana');
  await settings.getByRole('button', { name: 'Join' }).click();
  await settings.getByText(/You are in Our team/).waitFor();
  return settings;
}

describe('a team of two browsers', () => {
  it('has what the supervisor publishes on the agent’s open panel', async () => {
    await boss.ask('knowledge.import', { fileName: 'permits.json', content: file });
    const settings = await join(boss, hub.inviteLink ?? '');
    await settings.getByRole('button', { name: 'Make a link' }).click();
    const link = settings.locator('input[readonly]');
    await link.waitFor();
    const invite = await link.inputValue();

    const studio = await ours(boss, 'studio');
    const bar = studio.getByRole('region', { name: 'Publishing' });
    await bar.getByRole('button', { name: 'Share with Our team' }).click();
    await bar.getByText('Everything is published').waitFor();
    // The stream told of it before the answer to the sharing came: there is still just the one.
    const { bases } = (await boss.ask('knowledge.summary', null)) as { bases: { id: string }[] };
    expect(bases.filter(({ id }) => id.startsWith('permits')).length).toBe(1);

    await join(agent, invite);
    const page = await agent.open();
    const panel = await panelOf(page);
    await panel.frame.locator('[data-team="synced"]').waitFor();
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    expect(await panel.answer(1)).toBe('Fill in form 7.');
    await bar.locator('[data-panels="2/2"]').waitFor();

    await studio.getByText('Zebra crossing permit').first().click();
    await studio
      .getByRole('textbox', { name: /^Answer/ })
      .first()
      .fill('Fill in form 9.');
    await studio.getByRole('button', { name: 'Save', exact: true }).first().click();
    await studio.getByText('The team has it when you publish').first().waitFor();
    await bar.getByText('1 change not published').click();
    await bar.getByText('Edited: Zebra crossing permit').waitFor();
    expect(await panel.answer(1)).toBe('Fill in form 7.');
    await bar.getByLabel(/^Why/).fill('The form has a new number');
    await bar.getByRole('button', { name: 'Publish' }).click();
    // Said on the card, and not put under the agent's hand.
    await panel.cards.locator('[data-update="changed"]').waitFor();
    expect(await panel.answer(1)).toBe('Fill in form 7.');
    await panel.cards.getByRole('button', { name: /^Show the new text/ }).click();
    expect(await panel.answer(1)).toBe('Fill in form 9.');
    await bar.locator('[data-panels="2/2"]').waitFor();
  });

  it('sends a question that no answer fits when the agent has seen it and says so', async () => {
    const page = await agent.open();
    const panel = await panelOf(page);
    await panel.frame.locator('[data-team="synced"]').waitFor();
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', 'do you sell kites, call 13812345678');
    await panel.answered('do you sell kites, call 13812345678');
    await panel.frame.getByRole('button', { name: /sk the team/ }).click();
    await panel.frame.getByText('do you sell kites, call ‹phone›').waitFor();
    const listed = () => boss.ask('gaps.list', null) as Promise<{ gaps: { text: string }[] }>;
    expect((await listed()).gaps).toEqual([]);
    await panel.frame.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.frame.getByText('Sent to your team').waitFor();
    expect((await listed()).gaps.map(({ text }) => text)).toEqual([
      'do you sell kites, call ‹phone›',
    ]);
    await page.close();
  });

  it('goes on without its hub, and says since when', async () => {
    const port = Number(new URL(hub.origin).port);
    await hub.end('SIGKILL');
    const page = await agent.open();
    const panel = await panelOf(page);
    await panel.frame.locator('[data-team="unreachable"]').waitFor({ timeout: 30_000 });
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', `${question}, please`);
    await panel.answered(`${question}, please`);
    expect(await panel.answer(1)).toBe('Fill in form 9.');
    hub = await runHub(folder, port, [], signIn);
    await panel.frame.locator('[data-team="synced"]').waitFor({ timeout: 45_000 });
  });

  it('takes in who signs in with an account of the company', async () => {
    accounts.accounts.set('Cy', { name: 'Cy' });
    await agent.ask('team.leave', null);
    const settings = await ours(agent, 'options');
    await settings.getByLabel('Invite link').fill(hub.origin);
    await settings.getByLabel('Your name, for the team').focus();
    const opened = agent.context.waitForEvent('page');
    await settings.getByRole('button', { name: 'Sign in with your company account' }).click();
    const tab = await opened;
    await tab.locator('input[name="login"]').fill('Cy');
    await tab.locator('input[name="password"]').fill('any');
    await tab.locator('button[type="submit"]').click();
    await tab.getByRole('button', { name: 'Continue' }).click();
    const code = (await tab.locator('output').textContent()) ?? '';
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    await settings.getByLabel('Code from the sign-in page').fill('AAAA-AAAA');
    await settings.getByRole('button', { name: 'Finish' }).click();
    await settings.getByText('This is not the code that the page shows.').waitFor();
    await settings.getByLabel('Code from the sign-in page').fill(code.toLowerCase());
    await settings.getByRole('button', { name: 'Finish' }).click();
    await settings.getByText(/You are in Our team/).waitFor();
    await expect
      .poll(async () => JSON.stringify(await agent.ask('knowledge.summary', null)))
      .toContain('permits');
  });
});
