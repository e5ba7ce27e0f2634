import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Desk } from './open-desk.ts';
import { type Panel, panelOf } from './panel.ts';
import { allowSite, openPopup } from './popup.ts';

const folder = 'tests/fixtures/consoles';
const languageOf = { en: 'wifi password', zh: '发票' } as const;

type Expected = {
  readonly address: string;
  readonly conversation: {
    readonly composer: 'ready' | 'missing' | 'note';
    readonly messages: readonly { readonly role: string; readonly text: string }[];
  };
};

export type ShownRecipe = {
  readonly name: string;
  readonly page: Page;
  readonly panel: Panel;
  /** What became of an answer that was to be inserted, as the card says it. */
  readonly outcome: string;
  /** What the console's reply box then holds, as far as it has one. */
  readonly isWritten: boolean;
};

/** The consoles that have a page of the same shape. */
export const recipePages: readonly string[] = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'page.html')))
  .sort();

export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;

/**
 * Opens the page of a recipe at its console's own address, in a browser that asks nobody else for it,
 * waits until the panel has read it, and has the panel write an answer into its reply box.
 */
export async function showRecipe(desk: Desk, name: string): Promise<ShownRecipe> {
  const { address, conversation } = expectedOf(name);
  const { origin } = new URL(address);
  const body = readFileSync(join(folder, name, 'page.html'));
  await allowSite(desk, `${origin}/*`);
  const popup = await openPopup(desk, address);
  // Several of them are at one address, and then it is on already.
  const turnOn = popup.getByRole('button', { name: 'Turn on for this site' });
  if (await turnOn.isVisible()) await turnOn.click();
  await popup.getByText('Cuecard is on').waitFor();
  await popup.close();
  const page = await desk.context.newPage();
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto(address);
  const panel = await panelOf(page);
  // Where the agent had the last word nobody waits for an answer.
  if (conversation.messages.at(-1)?.role === 'customer') await panel.heard.waitFor();
  const heard = conversation.messages.filter(({ role }) => role === 'customer').at(-1)?.text ?? '';
  const isChinese = /\p{Script=Han}/u.test(heard);
  await panel.frame.getByRole('searchbox').fill(languageOf[isChinese ? 'zh' : 'en']);
  await panel.frame
    .getByRole('heading', { name: /wifi password|发票/ })
    .first()
    .waitFor();
  const shown = await panel.answer(1);
  const insert = async () => {
    await panel.inPlainSight();
    await panel.cards
      .first()
      .getByRole('button', { name: /^(Insert|插入)/ })
      .first()
      .click();
  };
  await insert();
  const status = panel.cards.first().locator('[data-status]');
  await status.waitFor();
  // A note is written into only when asked again.
  if (conversation.composer === 'note') await insert();
  const done = panel.cards.first().locator('[data-status=inserted], [data-status=copied]');
  await done.or(status).first().waitFor();
  const outcome = (await status.getAttribute('data-status')) ?? '';
  const squeeze = (text: string) => text.replace(/\s+/g, '');
  const words = squeeze(shown).slice(0, 12);
  const isWritten = await page.evaluate((words) => {
    const fields = [
      ...document.querySelectorAll<HTMLElement>('textarea, input, [contenteditable]'),
    ];
    const framed = [...document.querySelectorAll('iframe')].flatMap(
      (frame) => frame.contentDocument?.body ?? [],
    );
    return [...fields, ...framed].some((field) => {
      const text = 'value' in field ? String(field.value) : (field.textContent ?? '');
      return text.replace(/\s+/g, '').includes(words);
    });
  }, words);
  return { name, page, panel, outcome, isWritten };
}
