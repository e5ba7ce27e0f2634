import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import chatwoot from '../../../lib/consoles/recipes/chatwoot.json';
import type { Recipe } from '../../../lib/protocol/recipe';
import { origin } from '../../support/hub/faulty-link';
import { type Machine, machineOf } from '../../support/hub/machine';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

const { open: _, ...harmless }: Partial<Recipe> = chatwoot as Recipe;
const recipe = {
  ...harmless,
  id: 'taught-1',
  name: 'Our desk',
  match: { url: '^https://desk\\.example/inbox/' },
} as Recipe;

let hub: TestHub;
let boss: Machine;
let agent: Machine;
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

beforeEach(async () => {
  boss = await machineOf(hub);
  const secret = await foundOrganisation(hub.hub, 'Shop');
  await boss.brain['team.join']({ link: `${origin}/join#${secret}`, name: 'Ana' });
  agent = await machineOf(hub);
  const { link } = await boss.brain['team.invite']({ role: 'agent' });
  await agent.brain['team.join']({ link: link ?? '', name: 'Bo' });
  return async () => {
    for (const at of [agent, boss]) await at.brain['team.leave'](null);
  };
});

const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const heldBy = async (at: Machine) => (await at.brain['settings.read'](null)).teamRecipes;
const teach = (at: Machine, given = recipe) =>
  at.brain['taught.import']({ content: JSON.stringify(given) });
const share = (at: Machine, id = recipe.id) => at.brain['recipe.share']({ id });
async function shareAndArrive() {
  await teach(boss);
  expect(await share(boss)).toEqual({ outcome: 'done' });
  await soon(async () => expect(await heldBy(agent)).toHaveLength(1));
}
const tokenOf = async (at: Machine) => (await at.store.readTeam()).membership?.token;
const post = async (at: Machine, path: string, body: unknown) =>
  (await hub.ask('POST', path, await tokenOf(at), body)).status;
const kept = async (at: Machine) =>
  (await hub.ask('GET', '/v1/recipes', await tokenOf(at))).json<{ recipes: unknown[] }>().recipes;

describe('a recipe that a supervisor shares', () => {
  it('is with every machine of the team, and with their faces', async () => {
    await shareAndArrive();
    expect(await heldBy(agent)).toMatchObject([{ recipe: { id: 'taught-1' }, by: 'Ana' }]);
    expect(await heldBy(boss)).toHaveLength(1);
    const told = agent.news.findLast(({ news }) => news === 'settings.changed');
    expect(told).toMatchObject({ settings: { teamRecipes: [{ recipe: { name: 'Our desk' } }] } });
    const deeds = await hub.ask('GET', '/v1/audit', await tokenOf(boss));
    expect(deeds.text).toContain('"deed":"shared recipe","about":"Our desk (desk.example)"');
  });

  it('is there after a restart without the hub, and gone once the team was left', async () => {
    await shareAndArrive();
    agent.cut(true);
    const again = await agent.start();
    expect((await again['settings.read'](null)).teamRecipes).toHaveLength(1);
    agent.cut(false);
    await agent.brain['team.leave'](null);
    expect(await heldBy(agent)).toEqual([]);
    expect(JSON.stringify(await agent.store.readTeam())).not.toContain('desk');
  });

  it('holds up no event where it cannot be had', async () => {
    await shareAndArrive();
    const other = await machineOf(hub, (answer, { url }) =>
      url.endsWith('/v1/recipes') ? { status: 200, text: 'half an ans' } : answer,
    );
    const { link } = await boss.brain['team.invite']({ role: 'agent' });
    await other.brain['team.join']({ link: link ?? '', name: 'Cy' });
    await other.brain['event.record']({
      event: { kind: 'gap', cueText: 'zebra' },
      eventId: 'gap-1',
      conversationKey: 'c',
      consoleId: 'desk',
    });
    const token = await tokenOf(other);
    const mark = async () =>
      (await hub.ask('GET', '/v1/sync', token)).json<{ deviceHw: number }>().deviceHw;
    await vi.waitFor(async () => expect(await mark()).toBeGreaterThan(0), { timeout: 10_000 });
    expect(await heldBy(other)).toEqual([]);
    await other.brain['team.leave'](null);
  });

  it('is replaced by the next lesson, and taken back everywhere', async () => {
    await shareAndArrive();
    await boss.brain['taught.rename']({ id: recipe.id, name: 'The desk' });
    await share(boss);
    await soon(async () =>
      expect(await heldBy(agent)).toMatchObject([{ recipe: { name: 'The desk' } }]),
    );
    expect(await boss.brain['recipe.take-back']({ id: recipe.id })).toEqual({ outcome: 'done' });
    await soon(async () => expect(await heldBy(agent)).toEqual([]));
    expect(await heldBy(boss)).toEqual([]);
    expect(await boss.brain['recipe.take-back']({ id: recipe.id })).toEqual({ outcome: 'gone' });
    // What was taught here stays.
    expect((await boss.brain['settings.read'](null)).taught).toHaveLength(1);
  });

  it('goes with access that was taken away', async () => {
    await shareAndArrive();
    const people = await hub.ask('GET', '/v1/people', await tokenOf(boss));
    const bo = people.json<{ people: { id: string; name: string }[] }>().people.at(-1);
    expect(await post(boss, `/v1/people/${bo?.id}/remove`, {})).toBe(200);
    await soon(async () => expect(await heldBy(agent)).toEqual([]));
  });

  it('is for the whole team, and for no other organisation', async () => {
    await shareAndArrive();
    const { link } = await boss.brain['team.invite']({ role: 'agent', base: 'shop' });
    const narrow = await machineOf(hub);
    await narrow.brain['team.join']({ link: link ?? '', name: 'Cy' });
    expect(await heldBy(narrow)).toHaveLength(1);
    await narrow.brain['team.leave'](null);
    const stranger = await hub.ask('GET', '/v1/recipes', await hub.found());
    expect(stranger.json()).toMatchObject({ recipes: [] });
  });
});

describe('nobody can share', () => {
  it('as an agent, or without a team, or what nobody has seen right on a second one', async () => {
    await teach(agent);
    expect(await share(agent)).toEqual({ outcome: 'refused' });
    const alone = await machineOf(hub);
    await teach(alone);
    expect(await share(alone)).toEqual({ outcome: 'refused' });
    await boss.brain['taught.keep']({ recipe: { ...recipe, id: 'fresh' }, madeOn: 'c1' });
    expect(await share(boss, 'fresh')).toEqual({ outcome: 'refused' });
    expect(await kept(boss)).toEqual([]);
  });

  const bad: readonly (readonly [string, object])[] = [
    ['for every site', { match: {} }],
    ['for more than one site', { match: { url: '^https://[^/]+/' } }],
    ['for sites whose names begin alike', { match: { url: '^https://desk\\.exam/?' } }],
    ['with another way to fit', { match: { url: '^https://desk\\.example/|.' } }],
    ['that clicks', { open: 'button.send' }],
    ['with a slow pattern', { conversationId: { from: 'url', regex: '(a+)+$' } }],
    ['with a verb of its own', { send: 'button' }],
    [
      'that is very long',
      {
        list: Array(8).fill('x'.repeat(400)),
        noteModeWhen: Array(8).fill('y'.repeat(400)),
        kinds: { image: Array(8).fill('z'.repeat(400)) },
      },
    ],
  ];
  it('whatever their client sends, a recipe that could do harm', async () => {
    for (const [what, change] of bad) {
      const body = { recipe: { ...recipe, ...change } };
      expect(await post(boss, '/v1/recipes', body), what).toBe(400);
    }
    expect(await kept(boss)).toEqual([]);
  });

  it('with a hub of their own, a recipe that could do harm', async () => {
    await shareAndArrive();
    for (const [what, change] of bad) {
      await hub.hub.database.run(
        `insert into recipe (organisation, id, body, person, at)
         select organisation, $1, $2, person, at from recipe where id = 'taught-1'`,
        [what, JSON.stringify({ ...recipe, ...change, id: 'bad' })],
      );
    }
    const mark = async () => (await agent.store.readTeam()).recipes?.mark;
    const before = await mark();
    await share(boss);
    expect(await kept(boss)).toHaveLength(bad.length + 1);
    await soon(async () => expect(await mark()).not.toBe(before));
    expect((await heldBy(agent)).map((one) => one.recipe.id)).toEqual(['taught-1']);
  });

  it('more than forty', async () => {
    for (let at = 0; at < 40; at++) {
      const body = { recipe: { ...recipe, id: `r${at}` } };
      expect(await post(boss, '/v1/recipes', body)).toBe(200);
    }
    expect(await post(boss, '/v1/recipes', { recipe })).toBe(409);
    // In the place of one of them.
    expect(await post(boss, '/v1/recipes', { recipe: { ...recipe, id: 'r7' } })).toBe(200);
    expect(await kept(boss)).toHaveLength(40);
  });
});
