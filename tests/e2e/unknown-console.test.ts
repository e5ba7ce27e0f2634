import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.context.route('**/unknown/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/')[2];
    const body = readFileSync(`tests/fixtures/unknown-consoles/${name}/page.html`);
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
