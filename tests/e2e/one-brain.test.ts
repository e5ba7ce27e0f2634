import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { makeChain } from '../support/make-chain';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

const question = 'the light on my fibre box is red';

describe('two tabs', () => {
  let desk: Desk;
  const goesOn = makeChain(async () => {
    await desk?.close();
    desk = await openDesk({ samples: 'none' });
  });
  afterAll(() => desk?.close());

  goesOn('find a brain that was started while the first of them still loaded', async () => {
    const worker = await desk.serviceWorker();
    const keepers = () =>
      worker.evaluate(async () => {
        const contextTypes = [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT];
        return (await chrome.runtime.getContexts({ contextTypes })).length;
      });
    expect(await keepers()).toBe(0);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const page = await desk.context.newPage();
    await page.route(/\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    const opening = page.goto(`${desk.origin}/?story=off`);
    await expect.poll(keepers).toBe(1);
    expect(await page.evaluate(() => document.readyState)).not.toBe('complete');
    expect(page.frames()).toHaveLength(1);
    goOn();
    await opening;
    await panelOf(page);
    await page.close();
  });

  goesOn('share one brain', async () => {
    const pages = [await desk.open(), await desk.open()];
    const ids = await Promise.all(
      pages.map(async (page) => {
        const { frame } = await panelOf(page);
        // A shared worker of this name and address is the same one for every page that asks.
        return frame.evaluate(
          () =>
            new Promise((resolve) => {
              const { port } = new SharedWorker('/brain.js', { name: 'cuecard-brain' });
              port.onmessage = ({ data }) => data?.id === 1 && resolve(data.result.brainId);
              port.postMessage({ id: 1, call: 'brain.info', params: null });
            }),
        );
      }),
    );
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(await desk.brainId()).toBe(ids[0]);
    for (const page of pages) await page.close();
  });

  goesOn('have a base as soon as one of them loads it', async () => {
    const first = await desk.open();
    const second = await desk.open();
    const [here, there] = [await panelOf(first), await panelOf(second)];
    await select(second, 'c-maria');
    await customerSays(second, 'c-maria', question);
    await first.bringToFront();
    await here.frame.getByRole('button', { name: /Harbour Broadband/ }).click();
    await second.bringToFront();
    await there.cards
      .filter({ hasText: /red light/i })
      .first()
      .waitFor();
    await first.close();
    await second.close();
  });
});

describe('in a browser without shared workers', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk({ samples: 'none', sharedWorkers: 'missing' });
  });
  afterEach(() => desk?.close());

  it('one page holds the brain, answers the others, and hands on when it closes', async () => {
    const first = await desk.open();
    const here = await panelOf(first);
    expect(await here.frame.evaluate(() => typeof SharedWorker)).toBe('undefined');
    const second = await desk.open();
    const there = await panelOf(second);
    await here.frame.getByRole('button', { name: /Harbour Broadband/ }).click();
    await here.frame
      .getByText(/Imported Harbour/)
      .first()
      .waitFor();

    await select(second, 'c-maria');
    await customerSays(second, 'c-maria', question);
    await there.cards
      .filter({ hasText: /red light/i })
      .first()
      .waitFor();

    await first.close();
    await customerSays(second, 'c-maria', 'and i forgot my wifi password');
    await there.cards
      .filter({ hasText: /wifi password/i })
      .first()
      .waitFor();
    await there.press('Insert', 1);
    await there.status(1, 'inserted');
    await second.close();
  });
});

describe('in a browser that gives framed pages neither shared workers nor storage', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk({ samples: 'none', sharedWorkers: 'refused' });
  });
  afterEach(() => desk?.close());

  it('each page thinks for itself, and the main job is done all the same', async () => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await panel.frame.getByRole('button', { name: /Harbour Broadband/ }).click();
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    const card = panel.cards.filter({ hasText: /red light/i }).first();
    await card.waitFor();
    await panel.inPlainSight();
    await card.getByRole('button', { name: /^Insert/ }).click();
    await expect.poll(() => composerText(page)).toContain('red light');
    await page.close();
  });
});
