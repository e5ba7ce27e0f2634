import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, memberOf } from '../../hub/services/members';
import { publish } from '../../hub/services/publish';
import { rollBack } from '../../hub/services/revisions';
import { newId } from '../../hub/services/secrets';
import { compact } from '../../hub/services/snapshots';
import { big } from '../../hub/store/sql';
import { must } from '../../lib/base/must';
import type { Entry } from '../../lib/domain/entry';
import type { Op } from '../../lib/protocol/hub-ops';
import type { Poke } from '../../lib/protocol/hub-sync';
import { makeMemoryStore } from '../../lib/store/memory-store';
import { entriesAfter } from '../../lib/store/team-rows';
import { makeTeamSync } from '../../lib/sync/team-sync';
import { backUp } from '../support/hub/back-up';
import { faultyLink, origin, straightLink } from '../support/hub/faulty-link';
import { makeTestHub, put, type TestHub } from '../support/hub/test-hub';
import { seeded } from '../support/seeded';

const runs = process.env.CUECARD_LONG ? 5_000 : 200;
const stepsPerRun = 14;

let hub: TestHub;
beforeAll(async () => {
  // Back-ups are put in place behind its back.
  hub = await makeTestHub(undefined, { keepMs: 0 });
});
afterAll(() => hub?.close());

/** One client and its hub through a bad day; gives back what it met, by name. */
async function day(seed: number): Promise<Map<string, number>> {
  const random = seeded(seed);
  const met = new Map<string, number>();
  const note = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  const upTo = (count: number) => Math.floor(random() * count);
  const admin = await hub.found();
  const token = await hub.invited(admin, 'agent');
  const by: Member = must(await memberOf(hub.hub, admin), 'the admin');
  const device = must(await memberOf(hub.hub, token), 'the agent').device;
  await hub.ask('POST', '/v1/bases', admin, { kb: 'shop' });

  const store = makeMemoryStore();
  await store.changeTeam({
    membership: { hub: origin, token, organisation: 'Shop', person: 'Ana' },
  });
  const fault = random() * 0.6;
  let isFaulty = true;
  /** As the engine holds it: made only of what the client tells. */
  let shown: Entry[] = [];
  const start = () => {
    let isOver = false;
    const alive = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      // At any step the process may end: what it was about to do is not done.
      if (isFaulty && random() < fault / 20) isOver = true;
      if (isOver) throw new Error('The process has ended');
      return work();
    };
    const link = straightLink(hub);
    const mortal = new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return (...given: unknown[]) =>
          alive(() => Reflect.apply(method as () => Promise<unknown>, target, given));
      },
    });
    return makeTeamSync({
      store: mortal,
      link: faultyLink(
        { ...link, ask: (request) => alive(() => link.ask(request)) },
        random,
        () => isFaulty,
        fault,
      ),
      onPage: (page) => {
        shown = entriesAfter(shown, page);
      },
      onWiped: () => expect.fail('Access was never taken away'),
      moveAside: async () => {},
    });
  };
  let client = start();
  const pokes: Poke[] = [];
  const tell = (_: string, poke: Poke) => void pokes.push(poke);
  const watched = { ...hub.hub, tell };
  let restore: Awaited<ReturnType<typeof backUp>> | undefined;
  let sent = 0;

  async function version() {
    const [row] = await hub.hub.database.rows(
      v.object({ version: big }),
      "select version from kb where organisation = $1 and id = 'shop'",
      [by.organisation],
    );
    return row?.version ?? 0;
  }
  async function change(count: number) {
    const basedOn = await version();
    const ops = Array.from({ length: count }, (): Op => {
      const id = `e${upTo(count + 12)}`;
      return random() < 0.2 ? { op: 'del', id } : put(id, `Answer ${upTo(1_000)}.`);
    });
    const changes = ops.map((op) => ({ op, basedOn }));
    await publish(watched, by, { kb: 'shop', changes, why: '' });
  }

  const deeds: readonly [string, number, () => Promise<unknown>][] = [
    ['a small publication', 6, () => change(1 + upTo(4))],
    ['a large publication', 0.6, () => change(200 + upTo(120))],
    ['a synchronisation', 5, () => client.sync()],
    ['a poke', 5, async () => client.hear(JSON.stringify(pokes.shift() ?? {}))],
    [
      'a late or doubled poke',
      2,
      async () => client.hear(JSON.stringify(pokes[upTo(pokes.length)] ?? {})),
    ],
    ['a lost poke', 1, async () => pokes.shift()],
    [
      'an event',
      4,
      () =>
        store.appendEvent({
          kind: 'inserted',
          cueText: 'secret',
          entry: { base: 'shop', id: 'e1' },
          place: ++sent,
          at: 1,
          conversationKey: 'c',
          consoleId: 'x',
        } as Parameters<typeof store.appendEvent>[0]),
    ],
    [
      'a new start of the client',
      1,
      async () => {
        client = start();
        shown = await store.readEntries('shop');
      },
    ],
    [
      'a back-up',
      0.7,
      async () => {
        restore = await backUp(hub.hub, by.organisation, 'shop');
      },
    ],
    ['an old back-up put in place silently', 0.7, async () => restore?.(hub.hub, undefined)],
    ['an old back-up put in place with a new epoch', 0.5, async () => restore?.(hub.hub, newId())],
    ['a compaction', 0.6, () => compact(hub.hub, by.organisation, 'shop')],
    [
      'a rollback',
      0.6,
      async () => rollBack(watched, by, { kb: 'shop', to: upTo(await version()), why: '' }),
    ],
  ];
  const total = deeds.reduce((sum, [, weight]) => sum + weight, 0);
  for (let step = 0; step < stepsPerRun; step++) {
    let pick = random() * total;
    const chosen = deeds.find(([, weight]) => {
      pick -= weight;
      return pick < 0;
    });
    const [name, , deed] = must(chosen ?? deeds[0], 'a deed');
    note(name);
    await deed().catch(() => note('a failure'));
  }

  isFaulty = false;
  client = start();
  shown = await store.readEntries('shop');
  await client.sync();
  const stands = await hub.hub.database.rows(
    v.object({ body: v.string() }),
    `select body from subject where organisation = $1 and kb = 'shop' and body is not null
     order by born`,
    [by.organisation],
  );
  const truth = stands.map(({ body }) => {
    const op = JSON.parse(body);
    return { ...op.entry, base: 'shop' };
  });
  expect(shown, `seed ${seed}: on screen`).toEqual(truth);
  expect(await store.readEntries('shop'), `seed ${seed}: kept`).toEqual(truth);
  const events = await hub.hub.database.rows(
    v.object({ body: v.string() }),
    'select body from event where device = $1 order by seq',
    [device],
  );
  const places = events.map(({ body }) => JSON.parse(body).place);
  expect(places, `seed ${seed}: events`).toEqual(Array.from({ length: sent }, (_, at) => at + 1));
  expect(JSON.stringify(events)).not.toContain('secret');
  return met;
}

describe('a client and its hub', () => {
  it(`agree after each of ${runs} bad days, and every event is there once`, {
    timeout: 60_000 + runs * 500,
  }, async () => {
    const met = new Map<string, number>();
    for (let seed = 1; seed <= runs; seed++) {
      for (const [what, count] of await day(seed)) met.set(what, (met.get(what) ?? 0) + count);
    }
    // Every kind of trouble did come up.
    expect(met.size).toBe(14);
    expect(Math.min(...met.values())).toBeGreaterThan(runs / 10);
  });
});
