import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerText, customerSays, select } from '../support/desk-page';
import { endBrain } from '../support/end-brain';
import { type Desk, openDesk } from '../support/open-desk';
import { panelOf } from '../support/panel';

const question = 'the light on my fibre box is red';

describe('a brain that is killed', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ samples: ['harbour-broadband'] });
  });
  afterAll(() => desk?.close());

  it('is started again within a second, and the open panel goes on with it', async () => {
    const page = await desk.open();
    const panel = await panelOf(page);
    await select(page, 'c-maria');
    await customerSays(page, 'c-maria', question);
    await panel.answered(question);

    await endBrain(desk);
    const endedAt = Date.now();
    const next = 'i forgot my wifi password';
    await customerSays(page, 'c-maria', next);
    await panel.answered(next);
    expect(Date.now() - endedAt).toBeLessThan(5_000);
    await panel.press('Insert', 1);
    await panel.status(1, 'inserted');
    expect(await composerText(page)).not.toBe('');
    await page.close();
  });
});
