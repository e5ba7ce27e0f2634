import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../lib/base/must';
import type { Role } from '../../lib/protocol/hub-sync';
import { axeViolations } from '../support/axe';
import { customerSays, select } from '../support/desk-page';
import { ask, openTeamOfTwo, permits, type TeamOfTwo } from '../support/hub/team-of-two';
import { tabTo } from '../support/keyboard';
import { lengthenWords, overflowing } from '../support/longer-words';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';
import { customerWrites, serveTeachDesk } from '../support/teach-desk';

const question = 'where can i get a zebra crossing permit';

/** How the page of `serveTeachDesk` is read. */
const recipeOf = (origin: string) => ({
  id: 'inbox',
  name: 'Our inbox',
  version: 1,
  checked: { on: '2026-11-22', standing: 'seen running' },
  match: { url: `^${origin.replaceAll('.', '\\.')}/teach/` },
  list: ['.flow'],
  row: '.e',
  text: ['.t'],
  roles: { system: ['.e4'], agent: ['.e9'], customer: ['.e7'] },
  order: 'oldest-first',
  conversationId: { from: 'url', regex: '/inbox/(\\d+)' },
  customerName: { from: 'text', selectors: ['#whom'] },
  composer: ['textarea'],
});

const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
] as const;

let team: TeamOfTwo;
let boss: Desk;
let agent: Desk;
beforeAll(start);
afterAll(() => team?.close());

async function start(): Promise<void> {
  team = await openTeamOfTwo();
  ({ boss, agent } = team);
}

/** The supervisor's. */
async function openStudio(): Promise<Page> {
  const studio = await ours(boss, 'studio');
  studio.setDefaultTimeout(30_000);
  return studio;
}

async function ours(desk: Desk, name: 'options' | 'studio'): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${desk.extensionId}/${name}.html`);
  return page;
}

async function join(desk: Desk, link: string, name: string): Promise<Page> {
  const settings = await ours(desk, 'options');
  await settings.getByLabel('Invite link').fill(link);
  await settings.getByLabel('Your name, for the team').fill(name);
  await settings.getByRole('button', { name: 'Join' }).click();
  await settings.getByText(/You are in Our team/).waitFor();
  return settings;
}

const hasBase = (desk: Desk) =>
  expect
    .poll(async () => JSON.stringify(await desk.ask('knowledge.summary', null)))
    .toContain('permits');

describe('a team of two browsers', () => {
  it('has what the supervisor publishes on the agent’s open panel', async () => {
    // Tried again, it begins with browsers and a hub that know of no team.
    if ((await ask(boss, 'team.status', null)).state !== 'none') {
      await team.close();
      await start();
    }
    const content = JSON.stringify(permits);
    await ask(boss, 'knowledge.import', { fileName: 'permits.json', content });
    const settings = await join(boss, team.firstInvite, 'Ana');
    await settings.getByRole('button', { name: 'Make a link' }).click();
    const link = settings.locator('input[readonly]');
    await link.waitFor();
    const invite = await link.inputValue();
    // Clicked instead of pasted, it says what to do with it, and is not used up.
    const clicked = await agent.context.newPage();
    await clicked.goto(invite);
    await expect.poll(() => clicked.locator('output').innerText()).toBe(invite);
    await clicked.goto(`${team.hubOrigin}/join#half`);
    await clicked.reload();
    await clicked.getByText('is not whole').waitFor();
    await clicked.close();

    const studio = await openStudio();
    const bar = studio.getByRole('region', { name: 'Publishing' });
    await bar.getByRole('button', { name: 'Share with Our team' }).click();
    await bar.getByText('Everything is published').waitFor();
    // The stream told of it before the answer to the sharing came: there is still just the one.
    const { bases } = await ask(boss, 'knowledge.summary', null);
    expect(bases.filter(({ id }) => id.startsWith('permits')).length).toBe(1);

    await join(agent, invite, 'Bo');
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
    await bar.getByText('Changed: Zebra crossing permit').waitFor();
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

  it('reads a console that only the supervisor was taught, until the recipe is taken back', async () => {
    await team.together('Fill in form 9.');
    await serveTeachDesk(agent.context);
    const page = await agent.context.newPage();
    await page.goto(`${boss.origin}/teach/inbox/801`);
    const panel = await panelOf(page);
    const unread = panel.frame.getByText('Cuecard can’t read this page yet');
    await unread.waitFor();
    await serveTeachDesk(boss.context);
    const lesson = await boss.context.newPage();
    await lesson.goto(`${boss.origin}/teach/inbox/801`);
    const { frame } = await panelOf(lesson);
    await boss.ask('taught.keep', { recipe: recipeOf(boss.origin), madeOn: 'the first' });
    await frame.getByRole('button', { name: 'Yes, it does' }).press('Enter');
    await frame.locator('[data-sharing="asked"]:focus').waitFor();
    await lesson.keyboard.press('Tab');
    await lesson.keyboard.press('Enter');
    await frame.locator('[data-sharing="done"]').waitFor();
    await frame.getByRole('button', { name: 'Dismiss' }).click();
    await frame.locator('[data-sharing]').waitFor({ state: 'detached' });
    await lesson.close();
    await customerWrites(page, question);
    await panel.answered(question);
    expect(await panel.heard.innerText()).toContain('Mina Okafor');
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await page.locator('textarea').inputValue()).toBe('Fill in form 9.');

    const settings = await ours(boss, 'options');
    const theirs = await ours(agent, 'options');
    await theirs.locator('[data-shared="inbox"]').getByText('shared by Ana').waitFor();
    expect(await theirs.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
    expect(await axeViolations(settings)).toEqual([]);
    await settings.setViewportSize({ width: 320, height: 700 });
    expect(await overflowing(settings)).toEqual([]);
    const takeBack = settings.getByRole('button', { name: 'Take back from the team: Our inbox' });
    const share = settings.getByRole('button', { name: 'Share with the team: Our inbox' });
    await takeBack.waitFor();
    expect(await share.count()).toBe(0);
    await takeBack.click();
    await settings.getByText(/taken back from everybody/).waitFor();
    await unread.waitFor();
    await theirs.locator('[data-shared]').waitFor({ state: 'detached' });
    await share.click();
    await settings.getByText('Your team has it now.').waitFor();
    await theirs.locator('[data-shared="inbox"]').waitFor();
    await takeBack.click();
    await theirs.locator('[data-shared]').waitFor({ state: 'detached' });
  });

  it('sends a question that no answer fits when the agent has seen it and says so', async () => {
    await team.together('Fill in form 9.');
    const studio = await openStudio();
    await studio.getByRole('button', { name: /^Unanswered questions: 0/ }).waitFor();
    const page = await agent.open();
    const panel = await panelOf(page);
    await panel.frame.locator('[data-team="synced"]').waitFor();
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', 'do you sell kites, call 13812345678');
    await panel.answered('do you sell kites, call 13812345678');
    await panel.frame.getByRole('button', { name: /sk the team/ }).click();
    await panel.frame.getByText('do you sell kites, call ‹phone›').waitFor();
    const listed = async () => (await ask(boss, 'gaps.list', null))?.gaps.map(({ text }) => text);
    expect(await listed()).toEqual([]);
    await panel.frame.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.frame.locator('[data-gap="sent"]').waitFor();
    expect(await listed()).toEqual(['do you sell kites, call ‹phone›']);
    // The supervisor's Studio has stood open all the while.
    await studio.getByRole('button', { name: /^Unanswered questions: 1/ }).waitFor();
  });

  it('offers the old answer at once when the supervisor goes back in the history', async () => {
    const { revisions: before } = await team.together('Fill in form 7.');
    await team.publish('Fill in form 9.', 'The form has a new number');
    const newest = before + 1;
    const studio = await openStudio();
    const page = await agent.open();
    const panel = await panelOf(page);
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.cards.filter({ hasText: 'Fill in form 9.' }).first().waitFor();
    const showNew = panel.cards.getByRole('button', { name: /^Show the new text/ });
    await studio.getByRole('button', { name: 'History', exact: true }).click();
    const revisions = studio.locator('[data-revision]');
    await revisions.nth(1).waitFor();
    expect(await revisions.first().textContent()).toContain('The form has a new number');
    await revisions.first().locator('[data-on="2/2"]').waitFor();
    const deed = (name: string, revision: number) =>
      studio.getByRole('button', { name: new RegExp(`^${name}.*Revision ${revision}$`) });
    await deed('What changed', newest).click();
    await revisions.first().locator('ins', { hasText: '9' }).waitFor();
    // By keys alone, as everything here.
    await deed('Roll back to here', before).press('Enter');
    const dialog = studio.getByRole('dialog');
    await dialog.getByText('1 changed').waitFor();
    await dialog.getByLabel(/^Why/).fill('Form 9 is not printed yet');
    await dialog.getByLabel(/^Why/).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await showNew.click();
    expect(await panel.answer(1)).toBe('Fill in form 7.');
    await revisions.first().locator('[data-on="2/2"]').waitFor();
    expect(await revisions.first().textContent()).toContain(`Back to revision ${before}`);
    expect(await revisions.count()).toBe(before + 2);
    // Nothing is lost by it: the way back is the same.
    await deed('Roll back to here', newest).press('Enter');
    await dialog.getByText('1 changed').waitFor();
    await dialog.getByRole('button', { name: 'Roll back' }).press('Enter');
    await showNew.click();
    expect(await panel.answer(1)).toBe('Fill in form 9.');
  });

  it('is written, published, reviewed and gone back in by keys alone', async () => {
    const { name, revisions: before } = await team.together('Fill in form 9.');
    const studio = await openStudio();
    const { keyboard } = studio;
    const to = (name: RegExp) => tabTo(studio, studio, name);
    const press = async (name: RegExp) => {
      await to(name);
      await keyboard.press('Enter');
    };
    const revisions = studio.locator('[data-revision]');
    const bar = studio.getByRole('region', { name: 'Publishing' });
    await press(/^button Permits/);
    await to(/^\w+ Answers/);
    await keyboard.press('Enter');
    await to(/^textarea Answer/);
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('Fill in form 10.');
    await keyboard.press('ControlOrMeta+s');
    await to(/^input Why/);
    await keyboard.type('Form 10 is out');
    await keyboard.press('Enter');
    await bar.getByText('Everything is published').waitFor();

    await press(/^button History/);
    await revisions.first().getByText('Form 10 is out').waitFor();
    await changeRole(name, 'author');
    const role = async () => (await ask(agent, 'team.status', null)).role;
    await expect.poll(role, { timeout: 20_000 }).toBe('author');
    await handInForm8();
    // The bar counts it by itself.
    await bar.getByRole('button', { name: 'Review: 1 waits' }).waitFor();
    await press(/^button Review: 1 waits/);
    const dialog = studio.getByRole('dialog');
    await press(/^button Look at it: Form 8 is simpler/);
    await dialog.locator('del', { hasText: '10' }).waitFor();
    await dialog.locator('ins', { hasText: '8' }).waitFor();
    await fits(studio);
    await press(/^button Approve: Form 8/);
    await dialog.getByText('Published.').waitFor();
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await revisions.first().getByText('Form 8 is simpler').waitFor();
    await press(new RegExp(`^button Roll back to here: Revision ${before}$`));
    await dialog.getByText('1 changed').waitFor();
    await press(/^button Roll back$/);
    await dialog.waitFor({ state: 'detached' });
    await revisions.nth(before + 2).waitFor();
    await press(new RegExp(`^button What changed: Revision ${before + 2}$`));
    await revisions.locator('[data-change]').first().waitFor();
  });

  async function changeRole(name: string, role: Role): Promise<void> {
    const answer = await ask(boss, 'team.people', null);
    const people = answer.outcome === 'told' ? answer.reply.people : [];
    const person = must(people.find((each) => each.name === name)?.id, name);
    await ask(boss, 'team.change-role', { person, base: '*', role });
  }

  /** As an author does. */
  async function handInForm8(): Promise<void> {
    const { entry } = await ask(agent, 'studio.entry', { base: 'permits', id: 'zebra' });
    const { links: _, updatedAt, ...draft } = must(entry, 'the entry');
    const written = { ...draft, answer: 'Fill in form 8.' };
    await ask(agent, 'studio.save', { entry: written, basedOn: updatedAt });
    const times = { publishAt: null, expireAt: null };
    const change = { base: 'permits', why: 'Form 8 is simpler', ...times };
    expect(await ask(agent, 'review.hand-in', change)).toMatchObject({ outcome: 'waiting' });
  }

  async function fits(studio: Page): Promise<void> {
    expect(await axeViolations(studio)).toEqual([]);
    await studio.setViewportSize({ width: 320, height: 700 });
    expect(await overflowing(studio)).toEqual([]);
    await studio.setViewportSize({ width: 1280, height: 720 });
  }

  it('has pages in which axe finds nothing, and whose words fit wherever they are', async () => {
    const { name } = await team.together('Fill in form 9.');
    await team.publish('Fill in form 10.', 'Form 10 is out');
    const gap = { id: 'a'.repeat(16), text: 'do you sell kites', consoleId: 'desk' };
    expect(await ask(agent, 'gaps.send', gap)).toEqual({ outcome: 'sent' });
    const studio = await openStudio();
    const reach: readonly (() => Promise<unknown>)[] = [
      async () => {
        await studio.getByRole('button', { name: 'History', exact: true }).click();
        await studio
          .getByRole('button', { name: /^What changed/ })
          .first()
          .click();
        await studio.locator('[data-revision] [data-change]').first().waitFor();
      },
      async () => {
        await studio.locator('[data-revision]').nth(1).locator('button').nth(1).click();
        await studio.locator('dialog [data-change]').first().waitFor();
      },
      async () => {
        await studio.keyboard.press('Escape');
        await studio.locator('nav button').last().click();
        await studio.locator(`[data-person="${name}"] summary`).click();
        await studio.locator('main form:has(select) button').click();
        await studio.locator('[data-invite]').waitFor();
      },
      async () => {
        await studio.locator(`[data-person="${name}"] section button`).click();
        await studio.locator('dialog[open]').waitFor();
      },
      async () => {
        await studio.keyboard.press('Escape');
        await studio.getByRole('button', { name: 'Review', exact: true }).click();
        await studio.locator('dialog summary').click();
      },
      async () => {
        await studio.keyboard.press('Escape');
        await studio.getByRole('button', { name: /^Unanswered questions: 1/ }).click();
        await studio.locator('dialog [data-gap]').waitFor();
      },
      async () => {
        await studio.keyboard.press('Escape');
        await studio.getByRole('button', { name: 'Figures', exact: true }).click();
        const nothing = studio.getByText('Nothing was counted yet');
        await studio.locator('[data-total="picks"]').or(nothing).first().waitFor();
      },
      async () => {
        await studio.keyboard.press('Escape');
        await studio.getByRole('button', { name: '+ New base' }).click();
        await studio.getByLabel('Where it answers').selectOption('exclusive');
      },
    ];
    for (const go of reach) {
      await go();
      for (const look of looks) {
        await boss.ask('settings.change', look);
        await studio
          .locator(`html[data-theme="${look.theme}"][lang^="${look.language}"]`)
          .waitFor({ state: 'attached' });
        await studio.setViewportSize({ width: 1280, height: 720 });
        expect(await axeViolations(studio)).toEqual([]);
        await studio.setViewportSize({ width: 320, height: 700 });
        expect(await overflowing(studio)).toEqual([]);
        if (look !== looks[0]) continue;
        expect(await axeViolations(studio)).toEqual([]);
        const shorten = await lengthenWords(studio);
        expect(await overflowing(studio)).toEqual([]);
        await shorten();
      }
      await boss.ask('settings.change', { theme: 'system', language: 'en' });
      await studio.setViewportSize({ width: 1280, height: 720 });
    }
  });

  it('takes back a device at once: its answers are gone, and its panel says so', async () => {
    const { name } = await team.together('Fill in form 9.');
    const studio = await openStudio();
    const panel = await panelOf(await agent.open());
    await panel.frame.locator('[data-team="synced"]').waitFor();
    await studio.getByRole('button', { name: 'Team', exact: true }).click();
    const bo = studio.locator(`[data-person="${name}"]`);
    await bo.getByText('Here now').waitFor();
    await bo.getByText('Roles and devices').press('Enter');
    await bo.getByLabel('Role in All bases').selectOption('author');
    await panel.frame.locator('[data-role="author"]').waitFor();
    await studio.getByRole('button', { name: 'Make a link' }).click();
    const link = await studio.getByLabel('Invite link').inputValue();
    await bo.getByRole('button', { name: /^Take access away/ }).press('Enter');
    const dialog = studio.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take access away' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await panel.frame.locator('[data-team="removed"]').waitFor();
    expect(await panel.frame.locator('[data-team]').textContent()).toContain(
      'Your access to Our team was taken away, and its answers were removed.',
    );
    const { bases } = await ask(agent, 'knowledge.summary', null);
    expect(bases.map(({ id }) => id)).not.toContain('permits');
    await studio
      .locator('[data-deed="revoked"]', { hasText: `from a device of ${name}` })
      .waitFor();
    // With the new link they are back.
    await agent.ask('team.leave', null);
    await join(agent, link, `${name} again`);
    await hasBase(agent);
  });

  it('goes on without its hub, and says since when', async () => {
    await team.together('Fill in form 9.');
    await team.killHub();
    const page = await agent.open();
    const panel = await panelOf(page);
    try {
      await panel.frame.locator('[data-team="unreachable"]').waitFor({ timeout: 30_000 });
      await select(page, 'c-maria');
      await customerSays(page, 'c-maria', `${question}, please`);
      await panel.answered(`${question}, please`);
      expect(await panel.answer(1)).toBe('Fill in form 9.');
    } finally {
      await team.startHub();
    }
    // What is picked now has somewhere to go: nobody waits for the next look.
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    await panel.frame.locator('[data-team="synced"]').waitFor({ timeout: 45_000 });
  });

  it('takes in who signs in with an account of the company', async () => {
    await team.together('Fill in form 9.');
    team.accounts.set('Cy', { name: 'Cy' });
    // Nobody is signed in at the company yet.
    await agent.context.clearCookies();
    await agent.ask('team.leave', null);
    const settings = await ours(agent, 'options');
    await settings.getByLabel('Invite link').fill(team.hubOrigin);
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
    await hasBase(agent);
  });

  it('lets another browser of the same person in by a link that this one makes', async () => {
    const { name } = await team.together('Fill in form 9.');
    const settings = await ours(agent, 'options');
    await settings.getByRole('button', { name: 'Use another browser, too' }).click();
    const shown = settings.getByLabel('Link for your other browser');
    const link = await shown.inputValue();
    expect(await axeViolations(settings)).toEqual([]);
    await settings.setViewportSize({ width: 320, height: 700 });
    expect(await overflowing(settings)).toEqual([]);

    const devices = async () => {
      const answer = await ask(boss, 'team.people', null);
      const people = answer.outcome === 'told' ? answer.reply.people : [];
      const known = people.filter((person) => person.name === name);
      return known.flatMap((person) => person.devices.map(({ revoked }) => revoked));
    };
    const before = await devices();
    const second = await openDesk({ samples: 'none' });
    try {
      const clicked = await second.context.newPage();
      await clicked.goto(link);
      await clicked.getByRole('heading', { name: 'another browser of yours' }).waitFor();
      await clicked.getByText('within 15 minutes').waitFor();
      expect(await clicked.getByText('within seven days').isVisible()).toBe(false);
      const theirs = await ours(second, 'options');
      await theirs.getByLabel('Invite link').fill(link);
      await theirs.getByText(`You join Our team as ${name}`).waitFor();
      expect(await theirs.getByLabel('Your name, for the team').count()).toBe(0);
      await theirs.getByRole('button', { name: 'Join' }).click();
      await theirs.getByText(/You are in Our team/).waitFor();
      await hasBase(second);
      expect(await devices()).toEqual([...before, false]);
      await theirs.getByRole('button', { name: 'Leave the team' }).click();
      await theirs.getByLabel('Invite link').waitFor();
      expect(await devices()).toEqual([...before, true]);
      await hasBase(agent);
    } finally {
      await second.close();
    }
  });
});
