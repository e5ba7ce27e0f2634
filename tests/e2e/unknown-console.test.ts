import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';
import { allowAll, fixtureConsoles, importEntries, openFixture } from '../support/recipe-pages';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.context.route('**/unknown/**', (route) => {
    const { pathname, search } = new URL(route.request().url());
    const name = pathname.split('/')[2];
    const page = readFileSync(`tests/fixtures/unknown-consoles/${name}/page.html`, 'utf8');
    const body = search === '?closed' ? page.replaceAll("mode: 'open'", "mode: 'closed'") : page;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
});
afterAll(() => desk?.close());

describe('on a console that no recipe knows', () => {
  it('the customer is heard, the panel says how, and the answer gets into the reply box', async () => {
    const page = await desk.open('/unknown/bubbles-in-out/conversations/8812');
    const panel = await panelOf(page);
    await panel.frame.getByText('Reading this page by guesswork — check').click();
    const parts = await panel.heard.locator('dl > div').allInnerTexts();
    expect(parts.map((part) => part.replace(/\s+/g, ' '))).toEqual([
      'Where the messages are sure',
      'Who wrote which sure',
      expect.stringMatching(/^Where the reply goes (fairly )?sure$/),
    ]);
    await page.evaluate(() => {
      const row = document.createElement('div');
      row.className = 'msg in';
      row.textContent = 'i forgot my wifi password';
      document.querySelector('.stream')?.append(row);
    });
    await panel.answered('i forgot my wifi password');
    expect(await panel.heard.innerText()).toContain('Jonas Berg');
    const shown = await panel.answer(1);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    expect(squeeze(await page.locator('#reply').inputValue())).toBe(squeeze(shown));
    await page.close();
  });

  it('the next conversation, opened in the same place, is another one', async () => {
    const page = await desk.open('/unknown/no-classes/');
    const panel = await panelOf(page);
    await panel.heard.getByText('What if nobody is at home?').waitFor();
    await page.evaluate(() => {
      const list = [...document.querySelectorAll('div')].find(
        ({ style }) => style.overflow === 'auto',
      );
      const name = document.querySelector('strong');
      if (name) name.textContent = 'Carla Ruiz';
      const [, first, , , answer] = list?.children ?? [];
      if (!list || !first || !answer) throw new Error('No list');
      const say = (row: Element, words: string) => {
        const copy = row.cloneNode(true) as HTMLElement;
        if (copy.firstElementChild) copy.firstElementChild.textContent = words;
        return copy;
      };
      list.replaceChildren(
        say(first, 'hello there'),
        say(answer, 'How can I help?'),
        say(first, 'how do i cancel my contract early'),
      );
    });
    await panel.answered('how do i cancel my contract early');
    expect(await panel.heard.innerText()).toContain('Carla Ruiz');
    expect(await panel.heard.innerText()).not.toContain('at home');
    await page.close();
  });
});

/** What the fixture of a virtualised list lets a test do. */
type Virtual = Window & { say(text: string): void; toEnd(): void };

describe('on a console whose list draws only what is scrolled to', () => {
  it('old rows that are read leave the question and its answers as they are', async () => {
    // Nothing but the customer's name and what is said tells this conversation from the next.
    const page = await desk.open('/unknown/virtualised/');
    const panel = await panelOf(page);
    await panel.heard.getByText('What if nobody is at home?').waitFor();
    const say = (text: string) =>
      page.evaluate((text) => (window as unknown as Virtual).say(text), text);
    const toEnd = () => page.evaluate(() => (window as unknown as Virtual).toEnd());
    await say('i forgot my wifi password');
    await toEnd();
    await panel.answered('i forgot my wifi password');
    const list = page.locator('.scroll');
    await list.hover();
    for (const oldest of [118, 108, 98, 60, 20]) {
      await list.evaluate((element, top) => element.scrollTo(0, top), oldest * 80);
      await page.locator(`[data-index="${oldest}"]`).waitFor();
    }
    await say('how do i cancel my contract early');
    const shown = await panel.answer(1);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await panel.heard.innerText()).toContain('i forgot my wifi password');
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    expect(squeeze(await page.locator('.input').innerText())).toBe(squeeze(shown));
    await toEnd();
    await panel.answered('how do i cancel my contract early');
    await page.close();
  });
});

describe('on a console made of closed shadow roots', () => {
  it('the customer is heard, and the answer gets into the reply box', async () => {
    const page = await desk.open('/unknown/open-shadow-roots/?closed');
    const panel = await panelOf(page);
    await panel.heard.getByText('What if nobody is at home?').waitFor();
    await panel.frame.getByRole('searchbox').fill('wifi password');
    await panel.frame
      .getByRole('heading', { name: /wifi password/ })
      .first()
      .waitFor();
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    await page.close();
  });
});

describe('on a console known by its address only', () => {
  it('its name is said, it is read by its looks, and the answer gets into the reply box', async () => {
    await allowAll(desk);
    const shape = fixtureConsoles('without').find(({ name }) => name === 'bubbles-in-out');
    if (shape?.waiting === undefined) throw new Error('No such fixture');
    await importEntries(desk, [shape]);
    const address = 'https://app.frontapp.com/open/cnv_81k2';
    const { page, panel } = await openFixture(desk, { ...shape, address });
    await panel.frame.getByText('Reading Front by guesswork — check').waitFor();
    await panel.heard.getByText(shape.waiting).waitFor();
    // The picks of the tests before have taught other answers to that question.
    const { title } = shape.entry;
    await panel.frame.getByRole('searchbox').fill(title);
    await panel.frame.getByRole('heading', { name: title }).first().waitFor();
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await page.locator('#reply').inputValue()).toContain('with a neighbour');
    await page.close();
  });
});
