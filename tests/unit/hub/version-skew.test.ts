import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { hubVersion } from '../../../lib/protocol/hub-version';
import { origin } from '../../support/hub/faulty-link';
import { machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
/** What the hub's synchronisations say beside, or instead of, what they would. */
let saysAlso: { readonly [field: string]: unknown } = {};
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: [{ id: 'hours', title: 'Hours', phrasings: ['when are you open'], answer: 'At nine.' }],
});

/** A supervisor on this version, and an agent whose hub says it is of another one. */
async function team() {
  saysAlso = {};
  const boss = await machineOf(hub);
  await boss.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  const first = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${first}`, name: 'Ana' });
  await boss.brain['team.share']({ base: 'shop' });
  const agent = await machineOf(hub, (answer, { url }) =>
    url.endsWith('/v1/sync')
      ? { ...answer, text: JSON.stringify({ ...JSON.parse(answer.text), ...saysAlso }) }
      : answer,
  );
  const { link } = await boss.brain['team.invite']({ role: 'agent' });
  await agent.brain['team.join']({ link: link ?? '', name: 'Ben' });
  expect(await agent.answer('hours')).toBe('At nine.');
  return {
    boss,
    agent,
    publish: async (answer: string) => {
      await boss.edit('hours', answer);
      await boss.brain['team.publish']({ base: 'shop', why: '', overwrite: false });
    },
    async done() {
      // An administrator goes last.
      for (const at of [agent, boss]) await at.brain['team.leave'](null);
    },
  };
}
/** As when a machine hears of anything, or opens its stream anew. */
const haveAllAsk = () => hub.hub.forget();
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

describe('an extension and a hub of other versions', () => {
  it.each([
    ['needs-update', { speaks: hubVersion + 1, understoodFrom: hubVersion + 1 }],
    ['hub-old', { speaks: 0, understoodFrom: 0 }],
  ])('keep what is there until one is updated, and say so: %s', async (state, says) => {
    const { agent, publish, done } = await team();
    const status = async () => (await agent.brain['team.status'](null)).state;
    saysAlso = says;
    haveAllAsk();
    await soon(async () => expect(await status()).toBe(state));
    await publish('At ten.');
    const asked = agent.sent.length;
    haveAllAsk();
    await soon(async () => expect(agent.sent.length).toBeGreaterThan(asked));
    expect(await agent.answer('hours')).toBe('At nine.');
    expect(agent.sent.slice(asked).every(({ url }) => url.endsWith('/v1/sync'))).toBe(true);

    saysAlso = {};
    haveAllAsk();
    await soon(async () => expect(await agent.answer('hours')).toBe('At ten.'));
    await soon(async () => expect(await status()).toBe('synced'));
    await done();
  });

  it('get on where the newer hub only says more', async () => {
    const { agent, publish, done } = await team();
    saysAlso = { speaks: hubVersion + 1, weather: 'fine' };
    await publish('At ten.');
    await soon(async () => expect(await agent.answer('hours')).toBe('At ten.'));
    await done();
  });
});
