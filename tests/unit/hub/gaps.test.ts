import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { origin } from '../../support/hub/faulty-link';
import { type Machine, machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

const day = 24 * 60 * 60 * 1000;
const question = 'Where is HB-123456? Call me on 13812345678 or write to li@mail.example';
const words = 'Where is ‹order›? Call me on ‹phone› or write to ‹mail›';
const rules = [{ name: 'order', pattern: 'HB-######' }];

let later = 0;
let hub: TestHub;
let boss: Machine;
let agent: Machine;
beforeAll(async () => {
  hub = await makeTestHub(undefined, { now: () => Date.now() + later });
});
afterAll(() => hub?.close());

beforeEach(async () => {
  later = 0;
  boss = await machineOf(hub);
  const secret = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${secret}`, name: 'Boss' });
  agent = await machineOf(hub);
  const { link } = await boss.brain['team.invite']({ role: 'agent' });
  await agent.brain['team.join']({ link: link ?? '', name: 'Bo' });
  return async () => {
    for (const at of [agent, boss]) await at.brain['team.leave'](null);
  };
});

const gap = (text = question, id = 'gap-00000001') => ({ id, text, consoleId: 'zendesk' });
const share = (sharing: boolean) => boss.brain['gaps.rules']({ sharing, redaction: rules });
const listed = async () => (await boss.brain['gaps.list'](null))?.gaps;
/** All that went over the agent's network. */
const wire = () => JSON.stringify(agent.sent);

describe('a question that no answer fits', () => {
  it('does not leave the machine before the agent has seen it as it would and sent it', async () => {
    await share(false);
    const told = await agent.brain['gaps.offer'](gap());
    expect(told).toEqual({ outcome: 'ask', text: words });
    expect(wire()).not.toContain('Where is');
    expect(await listed()).toEqual([]);

    expect(await agent.brain['gaps.send'](gap(words))).toEqual({ outcome: 'sent' });
    const bodies = agent.sent.filter(({ url }) => url.endsWith('/gaps')).map(({ body }) => body);
    expect(bodies).toEqual([{ ...gap(words), confirmed: true }]);
    expect(await listed()).toMatchObject([{ text: words, consoleId: 'zendesk' }]);
    for (const secret of ['123456', '13812345678', 'li@mail']) expect(wire()).not.toContain(secret);
  });

  it('goes there at once where the team shares them, redacted all the same', async () => {
    await share(true);
    expect(await agent.brain['gaps.offer'](gap())).toEqual({ outcome: 'sent' });
    expect(await listed()).toMatchObject([{ text: words }]);
    for (const secret of ['123456', '13812345678', 'li@mail']) expect(wire()).not.toContain(secret);
    // Sent again after a lost answer, it is there once.
    await agent.brain['gaps.offer'](gap());
    expect(await listed()).toHaveLength(1);
  });

  it('stays here from the moment that the team has switched sharing off', async () => {
    await share(true);
    await share(false);
    expect((await agent.brain['gaps.offer'](gap())).outcome).toBe('ask');
    expect(wire()).not.toContain('Where is');
  });

  it('stays here while the hub does not answer, and where there is no team', async () => {
    await share(true);
    agent.cut(true);
    expect(await agent.brain['gaps.offer'](gap())).toEqual({ outcome: 'unreachable' });
    agent.cut(false);
    const alone = await machineOf(hub);
    expect(await alone.brain['gaps.offer'](gap())).toEqual({ outcome: 'none' });
    expect(alone.sent).toEqual([]);
  });
});

describe('the hub', () => {
  const post = async (at: Machine, path: string, body: unknown) =>
    hub.ask('POST', path, (await at.store.readTeam()).membership?.token, body);

  it('redacts what a client sends as it is, and keeps nothing that nobody confirmed', async () => {
    await share(false);
    const refused = await post(agent, '/v1/gaps', { ...gap(), confirmed: false });
    expect(refused.status).toBe(403);
    expect(await listed()).toEqual([]);
    expect((await post(agent, '/v1/gaps', { ...gap(), confirmed: true })).status).toBe(200);
    expect(await listed()).toMatchObject([{ text: words }]);
  });

  it('shows them to supervisors of that organisation only, until they are dealt with', async () => {
    await agent.brain['gaps.send'](gap(words));
    expect(await agent.brain['gaps.list'](null)).toBeNull();
    const stranger = await hub.ask('GET', '/v1/gaps/open', await hub.found());
    expect(stranger.json()).toEqual({ gaps: [] });
    await boss.brain['gaps.close']({ ids: ['gap-00000001'] });
    expect(await listed()).toEqual([]);
  });

  it('forgets them after thirty days', async () => {
    await agent.brain['gaps.send'](gap(words));
    later = 31 * day;
    expect(await listed()).toEqual([]);
  });

  it('takes no switch from an agent', async () => {
    expect(await agent.brain['gaps.rules']({ sharing: true, redaction: [] })).toEqual({
      done: false,
    });
  });
});
