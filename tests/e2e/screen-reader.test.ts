import type { Frame, Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { focusIn } from '../support/keyboard';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

type Node = { readonly role: string; readonly name: string; readonly live: string };

let desk: Desk;
let page: Page;
let panel: Panel;

const it = makeChain(async () => {
  await desk?.close();
  desk = await openDesk({ samples: ['harbour-broadband'] });
  await desk.ask('settings.change', { language: 'en', welcomed: true });
  page = await desk.open();
  panel = await panelOf(page);
  await select(page, 'c-maria');
  await page.locator('.reply-box .ProseMirror').focus();
  await recordSaid(panel.frame);
});
afterAll(() => desk?.close());

/** The accessibility tree of the panel: what a screen reader has. */
async function tree(): Promise<Node[]> {
  const session = await page.context().newCDPSession(panel.frame);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').replace(/\s*:\s*/, ': '),
      live: String(properties?.find((one) => one.name === 'live')?.value.value ?? ''),
    }));
}

const named = (nodes: readonly Node[], role: string) =>
  nodes.filter((node) => node.role === role).map(({ name }) => name);

type Said = { readonly text: string; readonly questions: number; readonly cards: number };

/** Keeps every text that the live region has come to say, and what the panel showed meanwhile. */
const recordSaid = (frame: Frame) =>
  frame.evaluate(() => {
    const region = document.querySelector('[aria-live="polite"][role="status"]');
    if (region === null) throw new Error('There is no live region');
    const said: Said[] = [];
    Object.assign(window, { said });
    const count = (selector: string) => document.querySelectorAll(selector).length;
    new MutationObserver(() => {
      const text = region.textContent?.trim() ?? '';
      if (text !== '')
        said.push({ text, questions: count('[data-question]'), cards: count('article') });
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });

const said = () => panel.frame.evaluate(() => (window as unknown as { said: Said[] }).said.slice());

async function hear(question: string) {
  await customerSays(page, 'c-maria', question);
  await panel.answered(question.slice(0, 30));
  await panel.cards.first().waitFor();
}

const summaries = async () =>
  (await said()).filter(({ text }) => /answers?(, best)?: |questions\. Best/.test(text));

describe('with a screen reader', () => {
  it('the best answer is told once a cue, politely, and the keyboard stays in the reply box', async () => {
    await hear(
      'My fibre has been down since last night, the light on the box is red. I already restarted it TWICE and nobody called me back.',
    );
    await expect.poll(summaries, { timeout: 30_000 }).toHaveLength(1);
    const first = (await summaries())[0];
    // How many questions the message holds is the engine's to say; what is told is what is shown.
    expect(first?.text).toBe(
      `${
        first?.questions
          ? `${first.questions} questions. Best for the first: `
          : `${first?.cards} answers, best: `
      }${(await panel.titles())[0]}`,
    );
    expect(first?.text).toMatch(/: Red light/);
    // Another message of the same burst, and the agent's own typing, are no news of their own.
    await page.keyboard.type('Hello');
    expect(await focusIn(page)).toMatch(/^div Type your reply/);
    await page.keyboard.press('Control+Enter');
    await hear('i forgot my wifi password');
    await expect.poll(summaries, { timeout: 30_000 }).toHaveLength(2);
    expect((await summaries())[1]?.text).toMatch(/best: .*wi-?fi/i);
  });

  it('cards, their kinds and what can be done have names', async () => {
    const nodes = await tree();
    const cards = named(nodes, 'article');
    expect(cards.length).toBeGreaterThan(0);
    for (const title of cards) {
      expect(named(nodes, 'button')).toContain(`Insert: ${title}`);
      expect(named(nodes, 'button')).toContain(`Not this: ${title}`);
      expect(named(nodes, 'heading')).toContain(title);
    }
    expect(named(nodes, 'searchbox')).toEqual(['Find any answer']);
    expect(named(nodes, 'main')).toEqual(['Cuecard']);
    expect(named(nodes, 'button').filter((name) => name.trim() === '')).toEqual([]);
  });

  it('what was inserted is told, and there is one polite voice only', async () => {
    await page.locator('.reply-box .ProseMirror').focus();
    await panel.inPlainSight();
    await page.keyboard.press(desk.key('1'));
    await panel.status(1, 'inserted');
    await expect.poll(async () => (await said()).at(-1)?.text).toMatch(/^Inserted/);
    const nodes = await tree();
    expect(nodes.filter(({ role }) => role === 'status')).toHaveLength(1);
    expect(nodes.filter(({ live }) => live === 'assertive')).toEqual([]);
    expect(await focusIn(page)).toMatch(/^div Type your reply/);
  });
});
