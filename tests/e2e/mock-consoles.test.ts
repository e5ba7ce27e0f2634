import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

type MockWindow = {
  mock: {
    customerSays(text: string): void;
    agentSays(text: string): void;
    note(text: string): void;
    composerText(): string;
    sent: unknown[];
  };
};

const drive = <Method extends 'customerSays' | 'agentSays' | 'note'>(
  page: Page,
  method: Method,
  text: string,
) =>
  page.evaluate(([method, text]) => (window as unknown as MockWindow).mock[method](text), [
    method,
    text,
  ] as const);
const composer = (page: Page) =>
  page.evaluate(() => (window as unknown as MockWindow).mock.composerText());
const sent = (page: Page) => page.evaluate(() => (window as unknown as MockWindow).mock.sent);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** The shape's page, its panel, and no question open. */
async function openShape(name: string) {
  const page = await desk.open(`/consoles/${name}.html`);
  const panel = await panelOf(page);
  await drive(page, 'agentSays', 'Hello, how can I help?');
  return { page, panel };
}

const shapes = ['chatwoot', 'live-helper-chat', 'freescout', 'zammad', 'osticket'];

describe.each(shapes)('a console shaped like %s', (name) => {
  it('is read, and gets the answer into its reply box', async () => {
    const { page, panel } = await openShape(name);
    await drive(page, 'customerSays', 'hello, i forgot my wifi password');
    await panel.answered('i forgot my wifi password');
    expect((await panel.titles())[0]).toMatch(/wifi password/i);
    const shown = await panel.answer(1);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    expect(squeeze(await composer(page))).toBe(squeeze(shown));
    expect(await sent(page)).toEqual([]);
    await page.close();
  });

  it('is not answered for what staff wrote', async () => {
    const { page, panel } = await openShape(name);
    await drive(page, 'customerSays', 'my new bill is much higher than before, why?');
    await panel.answered('my new bill is much higher than before, why?');
    const before = await panel.titles();
    await drive(page, 'note', 'check whether the light on his fibre box is red');
    await drive(page, 'customerSays', 'it was 30 before');
    await panel.answered('it was 30 before');
    expect(await panel.heard.innerText()).not.toContain('fibre box');
    const titles = await panel.titles();
    expect(titles).toContain(before[0]);
    expect(titles.join()).not.toMatch(/fibre box/i);
    await drive(page, 'agentSays', 'Let me look.');
    await panel.frame.getByText('Replied').waitFor();
    await page.close();
  });

  it('is followed when the agent opens another conversation', async () => {
    const { page, panel } = await openShape(name);
    await drive(page, 'customerSays', 'i forgot my wifi password');
    await panel.answered('i forgot my wifi password');
    await page.getByRole('button', { name: 'Wei Chen' }).click();
    // FreeScout and osTicket load a page for each conversation, and with it another panel.
    const open = async () => (await panelOf(page)).heard.innerText().catch(() => '');
    await expect.poll(open, { timeout: 15_000 }).toContain('On the first of next month.');
    await drive(page, 'agentSays', 'Hello Wei.');
    await drive(page, 'customerSays', 'how do i cancel my contract early');
    const there = await panelOf(page);
    await there.answered('how do i cancel my contract early');
    expect((await there.titles())[0]).toMatch(/cancel/i);
    expect(await there.heard.innerText()).not.toContain('wifi password');
    await page.close();
  });
});

describe.each([
  ['zammad', 'Public or internal'],
  ['osticket', 'Post Internal Note'],
])('the reply box of a console shaped like %s', (name, toNote) => {
  it('is known to write a note', async () => {
    const { page, panel } = await openShape(name);
    await drive(page, 'customerSays', 'i forgot my wifi password');
    await panel.answered('i forgot my wifi password');
    await page.getByRole('button', { name: toNote }).locator('visible=true').click();
    await panel.press('Insert', 1);
    await panel.status(1, 'refused');
    expect(await composer(page)).toBe('');
    await page.close();
  });
});
