import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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

const post = async (at: Machine, path: string, body: unknown) =>
  hub.ask('POST', path, (await at.store.readTeam()).membership?.token, body);
const kept = (id: string) =>
  hub.hub.database.rows(v.object({ body: v.string() }), 'select body from gap where id = $1', [id]);

describe('a question taken back', () => {
  const id = 'gap-00000001';
  beforeEach(() => share(true));

  it('is gone at the hub, its words too, and stays gone however often that is told', async () => {
    const mine = 'gap-of-agent';
    await agent.brain['gaps.offer'](gap(question, mine));
    const told = { outcome: 'taken-back' };
    expect(await agent.brain['gaps.take-back']({ id: mine })).toEqual(told);
    expect(await listed()).toEqual([]);
    expect(JSON.stringify(await kept(mine))).not.toContain('Where is');
    expect(await agent.brain['gaps.take-back']({ id: mine })).toEqual(told);
    // A try to send it that was still on its way.
    expect(
      (await post(agent, '/v1/gaps', { ...gap(question, mine), confirmed: true })).status,
    ).toBe(200);
    expect(await listed()).toEqual([]);
    // Noted once more it is another.
    await agent.brain['gaps.offer'](gap(question, 'gap-00000002'));
    expect(await listed()).toMatchObject([{ id: 'gap-00000002', text: words }]);
  });

  it('is that agent’s alone, whoever else asked it in the same words', async () => {
    await agent.brain['gaps.offer'](gap());
    await boss.brain['gaps.offer'](gap(question, 'gap-00000002'));
    expect((await listed())?.map((each) => each.id).sort()).toEqual([id, 'gap-00000002']);
    await agent.brain['gaps.take-back']({ id });
    await agent.brain['gaps.take-back']({ id: 'gap-00000002' });
    expect(await listed()).toMatchObject([{ id: 'gap-00000002', text: words }]);
  });

  it('while the hub does not answer says so, and is gone when it does', async () => {
    await agent.brain['gaps.offer'](gap());
    agent.cut(true);
    expect(await agent.brain['gaps.take-back']({ id })).toEqual({ outcome: 'unreachable' });
    await agent.brain['event.record']({
      event: { kind: 'gap-undone', cueText: question, sentAs: id },
      conversationKey: 'talk',
      consoleId: 'zendesk',
    });
    expect(await listed()).toHaveLength(1);
    agent.cut(false);
    await vi.waitFor(async () => expect(await listed()).toEqual([]), { timeout: 20_000 });
    const bodies = JSON.stringify(agent.sent.filter(({ url }) => url.endsWith('/events')));
    expect(bodies).toContain(id);
    expect(bodies).not.toContain('Where is');
  });

  it('stays at a hub that is too old for it, which is said', async () => {
    const old = await machineOf(hub, (answer, { url }) =>
      url.endsWith('/take-back') ? { ...answer, status: 404, text: '' } : answer,
    );
    const { link } = await boss.brain['team.invite']({ role: 'agent' });
    await old.brain['team.join']({ link: link ?? '', name: 'Cy' });
    expect(await old.brain['gaps.take-back']({ id })).toEqual({ outcome: 'refused' });
    await old.brain['team.leave'](null);
    expect(await old.brain['gaps.take-back']({ id })).toEqual({ outcome: 'none' });
  });
});

describe('the hub', () => {
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
