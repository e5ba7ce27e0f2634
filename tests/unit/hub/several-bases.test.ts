import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import type { MoveHow } from '../../../lib/protocol/hub-team';
import { origin } from '../../support/hub/faulty-link';
import { type Machine, machineOf } from '../../support/hub/machine';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: [
    { id: 'hours', title: 'Opening hours', phrasings: ['when are you open'], answer: 'At nine.' },
    { id: 'returns', title: 'Returns', phrasings: ['can i return it'], answer: 'For 30 days.' },
  ],
});
const lounge = 'base-0123456789ab';

let hub: TestHub;
let boss: Machine;
let agent: Machine;
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

/** A supervisor with a shared base and one that is only for the lounge’s console, and an agent. */
beforeEach(async () => {
  boss = await machineOf(hub);
  await boss.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  const secret = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${secret}`, name: 'Boss' });
  await boss.brain['team.share']({ base: 'shop' });
  await boss.brain['studio.save-base']({
    id: null,
    newId: lounge,
    name: 'Lounge',
    language: 'en',
    holding: '',
    scope: 'exclusive',
    routes: [{ host: 'lounge.example', console: 'zendesk' }],
  });
  expect(await boss.brain['team.share']({ base: lounge })).toEqual({ outcome: 'published' });
  agent = await machineOf(hub);
  const { link } = await boss.brain['team.invite']({ role: 'agent' });
  await agent.brain['team.join']({ link: link ?? '', name: 'Bo' });
  return async () => {
    for (const at of [agent, boss]) await at.brain['team.leave'](null);
  };
});

const move = (id: string, how: MoveHow, from = 'shop', to = lounge) =>
  boss.brain['team.move']({ base: from, to, ids: [id], how });
/** What the agent's panel shows for a question at this site, as base: answer. */
async function shown(text: string, host: string, labels: string[] = []) {
  await agent.caughtUp();
  const { suggestions } = await agent.brain['cue.rank']({
    cueId: 'c',
    text,
    earlier: [],
    origin: { host, console: 'zendesk', labels },
  });
  return suggestions.map(({ entry, answer }) => `${entry.base}: ${answer}`);
}

describe('an answer that is moved to a base of its own', () => {
  it('stays where it is while one of the two asks for review, and the Studio says what to do', async () => {
    for (const base of ['shop', lounge]) {
      await boss.brain['review.ask-for']({ base, approvals: 1 });
      expect(await move('returns', 'copy')).toEqual({ outcome: 'asks-review' });
      await boss.brain['review.ask-for']({ base, approvals: 0 });
    }
  });

  it('is shown where that base applies, and nowhere else', async () => {
    expect(await shown('can i return it', 'desk.example')).toEqual(['shop: For 30 days.']);
    expect(await move('returns', 'move')).toEqual({ outcome: 'moved' });
    expect(await shown('can i return it', 'lounge.example')).toEqual([`${lounge}: For 30 days.`]);
    expect(await shown('can i return it', 'desk.example')).toEqual([]);
    expect(await move('returns', 'move', lounge, 'shop')).toEqual({ outcome: 'moved' });
    expect(await shown('can i return it', 'desk.example')).toEqual(['shop: For 30 days.']);
  });

  it('is not put over another that has its place there', async () => {
    await move('hours', 'copy');
    await boss.edit('hours', 'At ten.');
    await boss.brain['team.publish']({ base: 'shop', why: '', overwrite: false });
    expect(await move('hours', 'move')).toEqual({ outcome: 'conflict' });
    expect(await shown('when are you open', 'desk.example')).toEqual(['shop: At ten.']);
  });
});

describe('an answer with another text in an exclusive base', () => {
  it('gives way to it there, and stands everywhere else', async () => {
    expect(await move('hours', 'override')).toEqual({ outcome: 'moved' });
    const { entry } = await boss.brain['studio.entry']({ base: lounge, id: 'hours' });
    if (entry === null) throw new Error('It was not copied');
    const { links, updatedAt, ...draft } = entry;
    expect(links).toEqual([{ to: 'hours', kind: 'overrides' }]);
    await boss.brain['studio.save']({
      entry: { ...draft, answer: 'Always, for you.' },
      basedOn: updatedAt,
    });
    await boss.brain['team.publish']({ base: lounge, why: '', overwrite: false });
    expect(await shown('when are you open', 'lounge.example')).toEqual([
      `${lounge}: Always, for you.`,
    ]);
    expect(await shown('when are you open', 'desk.example')).toEqual(['shop: At nine.']);
  });
});

describe('the places of a base', () => {
  it('may be a label of the conversation: it answers there, and nowhere else', async () => {
    await move('returns', 'move');
    const { id, ...kept } = { id: lounge, name: 'Lounge', language: 'en', holding: '' } as const;
    const routes = [{ label: 'VIP' }];
    await boss.brain['studio.save-base']({ id, ...kept, scope: 'exclusive', routes });
    await boss.brain['team.publish']({ base: lounge, why: '', overwrite: false });
    const asked = 'can i return it';
    expect(await shown(asked, 'desk.example')).toEqual([]);
    expect(await shown(asked, 'desk.example', ['late'])).toEqual([]);
    expect(await shown(asked, 'desk.example', ['late', 'vip'])).toEqual([
      `${lounge}: For 30 days.`,
    ]);
  });

  it('can be changed, and hold when they are published', async () => {
    await move('returns', 'move');
    await boss.brain['studio.save-base']({
      id: lounge,
      name: 'Lounge',
      language: 'en',
      holding: '',
      scope: 'exclusive',
      routes: [{ host: '*.desk.example' }],
    });
    expect(await shown('can i return it', 'desk.example')).toEqual([]);
    await boss.brain['team.publish']({ base: lounge, why: '', overwrite: false });
    expect(await shown('can i return it', 'eu.desk.example')).toEqual([`${lounge}: For 30 days.`]);
    expect(await shown('can i return it', 'lounge.example')).toEqual([]);
  });
});

describe('a move at the hub', () => {
  it('is seen whole or not at all', async () => {
    const token = await hub.found();
    const post = (path: string, body: unknown) => hub.ask('POST', `/v1/bases${path}`, token, body);
    for (const kb of ['one', 'two']) await post('', { kb });
    const change = (id: string) => ({ why: '', changes: [{ op: put(id), basedOn: 0 }] });
    await post('/one/publish', change('it'));
    await post('/two/publish', change('other'));
    const seen: [number, number][] = [];
    const moves = (async () => {
      for (let at = 0; at < 10; at++) {
        const [from, to] = at % 2 === 0 ? ['one', 'two'] : ['two', 'one'];
        const reply = await post(`/${from}/move`, { to, ids: ['it'], how: 'move' });
        expect(reply.json()).toEqual({ outcome: 'moved' });
      }
    })();
    let isOver = false;
    void moves.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const sync = await hub.ask('GET', '/v1/sync', token);
      const { bases } = sync.json<{ bases: { head: { version: number } }[] }>();
      seen.push([bases[0]?.head.version ?? 0, bases[1]?.head.version ?? 0]);
    }
    await moves;
    // Both counters stood at 1, and each move counts both up by one.
    expect(seen.filter(([one, two]) => one !== two)).toEqual([]);
    expect(new Set(seen.map(String)).size).toBeGreaterThan(1);
  });

  it('needs a supervisor of both, and goes past no review', async () => {
    const admin = await hub.found();
    const post = (token: string, path: string, body: unknown) =>
      hub.ask('POST', `/v1/bases${path}`, token, body);
    for (const kb of ['one', 'two']) await post(admin, '', { kb });
    await post(admin, '/one/publish', { why: '', changes: [{ op: put('it'), basedOn: 0 }] });
    const ofOne = await hub.invited(admin, 'supervisor', 'one');
    const it = { to: 'two', ids: ['it'], how: 'move' };
    expect((await post(ofOne, '/one/move', it)).status).toBe(404);
    await post(admin, '/two/approvals', { approvals: 1 });
    expect((await post(admin, '/one/move', it)).status).toBe(409);
    await post(admin, '/two/approvals', { approvals: 0 });
    expect((await post(admin, '/one/move', { ...it, ids: ['none'] })).json()).toEqual({
      outcome: 'conflict',
      subjects: ['none'],
    });
    expect((await post(admin, '/one/move', it)).json()).toEqual({ outcome: 'moved' });
  });
});
