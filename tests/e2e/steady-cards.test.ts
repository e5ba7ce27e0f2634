import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { customerSays, select } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { type Panel, panelOf } from '../support/panel';

const question = 'can i park my submarine at the pier';

describe('cards under the pointer', () => {
  let desk: Desk;
  let page: Page;
  let panel: Panel;

  const learn = (entries: readonly object[]) =>
    desk.ask('knowledge.import', {
      fileName: 'harbour.json',
      content: JSON.stringify({
        format: 'cuecard/1',
        base: { id: 'harbour', name: 'Harbour', language: 'en' },
        entries,
      }),
    });
  const entry = (id: string, phrasings: readonly string[]) => ({
    id,
    title: `Title of ${id}`,
    phrasings,
    answer: `Answer of ${id}.`,
  });

  const it = makeChain(async () => {
    await desk?.close();
    desk = await openDesk({ samples: 'none' });
    await desk.ask('settings.change', { welcomed: true });
    await learn([entry('pier', ['can i park my submarine at the pier today', 'pier parking'])]);
    page = await desk.open();
    panel = await panelOf(page);
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);
    await panel.cards.first().waitFor();
  });
  afterAll(() => desk?.close());

  it('stay where they are when a better answer comes, until the pointer has left', async () => {
    await panel.cards
      .first()
      .getByRole('button', { name: /^Insert/ })
      .hover();
    const waiting = panel.frame.getByText('Better answers found');
    await learn([
      entry('pier', ['can i park my submarine at the pier today', 'pier parking']),
      entry('berth', [question, 'submarine parking at the pier']),
    ]);
    await waiting.first().waitFor();
    expect((await panel.titles())[0]).toBe('Title of pier');

    // A pointer moved by the driver leaves no frame: the frame is never told. So it stays in ours.
    await panel.heard.hover();
    await panel.cards.first().filter({ hasText: 'Title of berth' }).waitFor();
    expect(await waiting.count()).toBe(0);
  });

  it('change places on Show, and the keyboard goes on from the best', async () => {
    await panel.cards.first().focus();
    await learn([entry('pier', [question, 'submarine parking', 'pier parking'])]);
    const show = panel.frame.getByRole('button', { name: 'Show', exact: true });
    await show.waitFor();
    expect((await panel.titles())[0]).toBe('Title of berth');
    await show.focus();
    await page.keyboard.press('Enter');
    await panel.cards.first().filter({ hasText: 'Title of pier' }).waitFor();
    await panel.frame.waitForFunction(
      () => document.activeElement === document.querySelector('article'),
    );
  });
});
