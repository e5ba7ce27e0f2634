import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeServer } from '../../../hub/http/server';
import { firstInvite } from '../../../hub/services/invites';
import { type RunningHub, startHub } from '../../../hub/start-hub';
import { openDatabase } from '../../../hub/store/open-database';
import { openPostgres } from '../../../hub/store/postgres-database';
import { big } from '../../../hub/store/sql';
import chatwoot from '../../../lib/consoles/recipes/chatwoot.json';
import { openStream } from '../../support/hub/open-stream';
import { hubFolder } from '../../support/hub/run-hub';
import { startPgbouncer } from '../../support/hub/start-pgbouncer';
import { startPostgres } from '../../support/hub/start-postgres';
import { put } from '../../support/hub/test-hub';

const { folder, remove } = hubFolder();
const postgres = await startPostgres();
const pooler = await startPgbouncer(postgres.url);
afterAll(async () => {
  await pooler?.stop();
  await postgres.stop();
  remove();
});

const host = '127.0.0.1';
const placeOf = (name: string) => ({ folder: join(folder, name), url: postgres.url });
const node = (name: string, pollMs: number) =>
  startHub({ ...placeOf(name), host, port: 0, log: false, pollMs });

const pooledNode = (name: string, pollMs: number) =>
  startHub({ ...placeOf(name), url: pooler?.url, host, port: 0, log: false, pollMs });

/** As behind a pooler that keeps no session: nothing is ever heard of the other nodes. */
async function deafNode(name: string, pollMs: number): Promise<RunningHub> {
  const database = await openDatabase(placeOf(name));
  const shared = { wake: async () => {}, listen: async () => async () => {} };
  const { server, hub } = makeServer({
    database: { ...database, shared },
    now: Date.now,
    log: false,
    pollMs,
  });
  const origin = await server.listen({ host, port: 0 });
  const secret = await firstInvite(hub);
  return {
    origin,
    inviteLink: secret && `${origin}/join#${secret}`,
    async stop() {
      await server.close();
      await database.close();
    },
  };
}

async function ask<Reply>(at: RunningHub, path: string, token: string, body?: unknown) {
  const answer = await fetch(`${at.origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Reply };
}
const joinBy = async (at: RunningHub, invite: string) =>
  (await ask<{ token: string }>(at, '/v1/join', '', { invite, name: 'Ana', eventsFrom: 0 })).body
    .token;
const publish = (at: RunningHub, token: string, ids: readonly string[]) =>
  ask(at, '/v1/bases/shop/publish', token, {
    why: '',
    changes: ids.map((id) => ({ op: put(id), basedOn: 0 })),
  });
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

let boss = '';
describe.each([
  ['by being woken', 600_000, node],
  ['by looking again and again', 200, deafNode],
] as const)('two nodes on one PostgreSQL, %s,', twoNodes);
// Counted as skipped where it is not installed.
describe.skipIf(pooler === undefined)('two nodes on one PostgreSQL, behind pgbouncer,', () =>
  twoNodes('', 201, pooledNode),
);

function twoNodes(_: string, pollMs: number, start: typeof node): void {
  let one: RunningHub;
  let other: RunningHub;
  beforeAll(async () => {
    // At once: they make the tables and found the organisation together.
    [one, other] = await Promise.all([start('one', pollMs), start('other', pollMs)]);
    if (boss === '') {
      boss = await firstToken([one, other]);
      await ask(one, '/v1/bases', boss, { kb: 'shop' });
    }
  }, 60_000);
  afterAll(async () => {
    await one?.stop();
    await other?.stop();
  });

  it('tell each other’s streams of a publication soon, and each stream once', async () => {
    const streams = [await openStream(one.origin, boss), await openStream(other.origin, boss)];
    const [here, there] = streams;
    for (const at of [one, other]) {
      const before = here?.pokes.length ?? 0;
      expect((await publish(at, boss, [`small-${pollMs}-${before}`])).status).toBe(200);
      await soon(() => {
        for (const { pokes } of streams) expect(pokes.length).toBe(before + 1);
      });
    }
    const many = Array.from({ length: 60 }, (_, id) => `many-${pollMs}-${id}`);
    await publish(one, boss, many);
    await soon(() => expect(there?.pokes.length).toBe(3));
    expect(there?.pokes.map(({ ops }) => ops?.length)).toEqual([1, 1, undefined]);
    expect(here?.pokes).toEqual(there?.pokes);
    for (const stream of streams) stream.close();
  });

  it('tell each other’s streams what the team refused to learn', async () => {
    const id = `refusable-${pollMs}`;
    await publish(one, boss, [id]);
    await ask(one, '/v1/learned/sharing/set', boss, { learned: true });
    const picks = [{ seq: pollMs, base: 'shop', entry: id, text: 'Any kites?' }];
    expect((await ask(one, '/v1/learned', boss, { picks })).status).toBe(200);
    const told = await ask<{ phrasings: { entry: string; phrasing: string }[] }>(
      ...([other, '/v1/bases/shop/learned', boss] as const),
    );
    const { phrasing } = told.body.phrasings.find(({ entry }) => entry === id) ?? {};
    const there = await openStream(other.origin, boss);
    const decided = { entry: id, phrasing, decision: 'refused' };
    expect((await ask(one, '/v1/bases/shop/learned/decide', boss, decided)).status).toBe(200);
    const { body } = await ask<{ mark: string }>(other, '/v1/learned/refused', boss);
    await soon(() => expect(there.pokes).toContainEqual({ refused: body.mark }));
    there.close();
  });

  it('tell each other’s streams that the team’s recipes have changed', async () => {
    const there = await openStream(other.origin, boss);
    const { open: _, ...recipe } = {
      open: '',
      ...chatwoot,
      match: { url: '^https://a\\.example/' },
    };
    expect((await ask(one, '/v1/recipes', boss, { recipe })).status).toBe(200);
    await soon(() => expect(there.pokes).toHaveLength(1));
    const { body } = await ask<{ mark: string }>(other, '/v1/recipes', boss);
    expect(there.pokes).toEqual([{ recipes: body.mark }]);
    there.close();
  });

  it('tell each other’s streams of unanswered questions and of review, each change once', async () => {
    const streams = [await openStream(one.origin, boss), await openStream(other.origin, boss)];
    const gap = { text: 'Any kites?', consoleId: 'x', confirmed: true };
    for (const id of [`gap-one-${pollMs}`, `gap-two-${pollMs}`]) {
      expect((await ask(one, '/v1/gaps', boss, { ...gap, id })).status).toBe(200);
      await soon(() => expect(streams.at(-1)?.pokes.at(-1)?.gaps).toBeDefined());
    }
    expect((await ask(other, '/v1/bases/shop/approvals', boss, { approvals: 0 })).status).toBe(200);
    const told = (at: number) => streams[at]?.pokes ?? [];
    await soon(() => {
      for (const at of [0, 1]) {
        expect(told(at).filter(({ review }) => review === 'shop')).toHaveLength(1);
      }
    });
    // Of two that come while a node looks the last is told for both.
    const gaps = (at: number) => told(at).flatMap(({ gaps }) => gaps ?? []);
    await soon(() => expect(gaps(1).at(-1)).toBe(gaps(0).at(-1)));
    for (const at of [0, 1]) expect(new Set(gaps(at)).size).toBe(gaps(at).length);
    expect(gaps(0)).toHaveLength(2);
    for (const stream of streams) stream.close();
  });

  it('end the streams of a device that was removed at the other one, and let nobody else wait', async () => {
    const invited = await ask<{ invite: string }>(one, '/v1/invites', boss, {
      role: 'agent',
      kb: '*',
    });
    const token = await joinBy(other, invited.body.invite);
    const [removed, stays] = [
      await openStream(other.origin, token),
      await openStream(other.origin, boss),
    ];
    type People = { people: { devices: { id: string; revoked: boolean }[] }[] };
    const { body } = await ask<People>(one, '/v1/people', boss);
    const device = body.people.at(-1)?.devices[0]?.id;
    expect((await ask(one, `/v1/devices/${device}/revoke`, boss, {})).status).toBe(200);
    await soon(() => expect(removed.isOver()).toBe(true));
    expect((await ask(other, '/v1/sync', token)).status).toBe(401);
    await publish(one, boss, [`after-${pollMs}`]);
    await soon(() => expect(stays.pokes.length).toBe(1));
    expect(stays.isOver()).toBe(false);
    stays.close();
  });
}

it('nodes that start drop the changes that are older than what is kept, without being asked', async () => {
  const database = openPostgres(postgres.url);
  const changes = Array.from({ length: 520 }, (_, id) => ({ op: put(`old-${id}`), basedOn: 0 }));
  const start = (name: string) =>
    startHub({
      ...{ ...placeOf(name), host, port: 0, log: false },
      keepHistory: { days: 30, pages: 1 },
    });
  const first = await start('first');
  await ask(first, '/v1/bases/shop/publish', boss, { why: '', changes });
  await database.run('update revision set at = 1');
  await first.stop();
  const nodes = await Promise.all([start('first'), start('second')]);
  const dropped = 'select floor from kb where floor > 0 and not exists (select 1 from page_blob)';
  await expect.poll(() => database.rows(v.object({ floor: big }), dropped)).toHaveLength(1);
  for (const at of nodes) await at.stop();
  await database.close();
});

/** The invite that was made last is the good one. */
async function firstToken(nodes: readonly RunningHub[]): Promise<string> {
  for (const at of nodes) {
    const [, invite] = (at.inviteLink ?? '').split('#');
    const token = await joinBy(at, invite ?? '');
    if (token !== undefined) return token;
  }
  throw new Error('No invite is good');
}
