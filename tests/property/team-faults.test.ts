import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compact } from '../../hub/services/compact';
import { type Member, memberOf } from '../../hub/services/members';
import { publish } from '../../hub/services/publish';
import { rollBack } from '../../hub/services/revisions';
import { newId } from '../../hub/services/secrets';
import { big } from '../../hub/store/sql';
import { must } from '../../lib/base/must';
import type { Entry } from '../../lib/domain/entry';
import type { StoredEvent } from '../../lib/domain/pick';
import type { Op } from '../../lib/protocol/hub-ops';
import type { Poke } from '../../lib/protocol/hub-sync';
import { makeMemoryStore } from '../../lib/store/memory-store';
import type { Store } from '../../lib/store/store';
import { entriesAfter, type TeamPage } from '../../lib/store/team-rows';
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
  await hub.ask('POST', '/v1/bases', admin, { kb: 'shop' });

  let store = makeMemoryStore();
  await store.changeTeam({
    membership: { hub: origin, token, organisation: 'Shop', person: 'Ana' },
  });
  let ownBackUp = await copyOf(store);
  let wasPutBack = false;
  /** Its own back-up stands in its place, and it has not heard since what the hub has. */
  let isUnaware = false;
  /** Picked meanwhile: under numbers that the hub may have taken already. */
  const unsure = new Set<number>();
  const fault = random() * 0.6;
  let isFaulty = true;
  /** As the engine holds it: made only of what the client tells. */
  let shown: Entry[] = [];
  /** Ended and begun anew now and then; what it kept is what is left of it. */
  let live = hub;
  const ended: TestHub[] = [];
  const network = faultyLink(
    { ...straightLink(hub), ask: (request) => straightLink(live).ask(request) },
    {
      random,
      isOn: () => isFaulty,
      fault,
      async endHub() {
        live = await makeTestHub(hub.hub.database, { keepMs: 0 });
        ended.push(live);
      },
      note,
    },
  );
  const startOn = (kept: Store, show: (page: TeamPage) => void) => {
    let isOver = false;
    const alive = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      // At any step the process may end: what it was about to do is not done.
      if (isFaulty && random() < fault / 20) isOver = true;
      if (isOver) throw new Error('The process has ended');
      return work();
    };
    const mortal = new Proxy(kept, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return (...given: unknown[]) =>
          alive(() => Reflect.apply(method as () => Promise<unknown>, target, given));
      },
    });
    return makeTeamSync({
      store: mortal,
      link: { ...network, ask: (request) => alive(() => network.ask(request)) },
      onPage: show,
      onWiped: () => expect.fail('Access was never taken away'),
      moveAside: async () => {},
    });
  };
  const start = () =>
    startOn(store, (page) => {
      shown = entriesAfter(shown, page);
    });
  let client = start();
  /** Another member's machine, which has no bad days of its own. */
  let other: { readonly store: Store; readonly token: string; sent: number } | undefined;
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

  async function pick() {
    if (isUnaware) unsure.add(sent + 1);
    await store.appendEvent(pickOf(++sent));
  }
  async function sync() {
    await client.sync();
    isUnaware = false;
  }
  async function together() {
    other ??= await another();
    await other.store.appendEvent(pickOf(++other.sent));
    const theirs = startOn(other.store, () => {});
    const [own] = await Promise.allSettled([client.sync(), theirs.sync(), change(1 + upTo(4))]);
    if (own.status === 'fulfilled') isUnaware = false;
  }
  async function another() {
    const store = makeMemoryStore();
    const token = await hub.invited(admin, 'agent');
    await store.changeTeam({
      membership: { hub: origin, token, organisation: 'Shop', person: 'Ben' },
    });
    return { store, token, sent: 0 };
  }
  async function restart() {
    client = start();
    shown = await store.readEntries('shop');
  }

  const deeds: readonly [string, number, () => Promise<unknown>][] = [
    ['a small publication', 6, () => change(1 + upTo(4))],
    ['a large publication', 0.6, () => change(200 + upTo(120))],
    ['a synchronisation', 5, sync],
    ['a poke', 5, async () => client.hear(JSON.stringify(pokes.shift() ?? {}))],
    [
      'a late or doubled poke',
      2,
      async () => client.hear(JSON.stringify(pokes[upTo(pokes.length)] ?? {})),
    ],
    ['a lost poke', 1, async () => pokes.shift()],
    ['an event', 4, () => pick()],
    ['a new start of the client', 1, restart],
    ['two machines at once', 1.2, together],
    [
      'a back-up of the client',
      0.5,
      async () => {
        ownBackUp = await copyOf(store);
      },
    ],
    [
      'the client’s own old back-up put in place',
      0.7,
      async () => {
        store = await copyOf(ownBackUp);
        wasPutBack = isUnaware = true;
        await restart();
        await sync();
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
    ['a compaction', 0.6, () => compact(hub.hub, by.organisation, 'shop', { days: 0, pages: 0 })],
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
  await restart();
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
  const placesAt = async (of: string) => {
    const { device } = must(await memberOf(hub.hub, of), 'the machine');
    const events = await hub.hub.database.rows(
      v.object({ body: v.string() }),
      'select body from event where device = $1 order by seq',
      [device],
    );
    expect(JSON.stringify(events)).not.toContain('secret');
    return events.map(({ body }) => JSON.parse(body).place);
  };
  const places = await placesAt(token);
  const all = Array.from({ length: sent }, (_, at) => at + 1);
  // What was picked after its back-up went with the machine that it was put in place of.
  const kept = new Set((await store.readEvents(0, 1_000)).map((event) => placeOf(event)));
  const due = all.filter((place) => !wasPutBack || (kept.has(place) && !unsure.has(place)));
  const there = wasPutBack ? places.filter((place) => due.includes(place)) : places;
  expect(there, `seed ${seed}: events`).toEqual(due);
  expect(new Set(places).size, `seed ${seed}: events doubled`).toBe(places.length);
  if (other !== undefined) {
    await startOn(other.store, () => {}).sync();
    expect(await other.store.readEntries('shop'), `seed ${seed}: the other’s`).toEqual(truth);
    const theirs = Array.from({ length: other.sent }, (_, at) => at + 1);
    expect(await placesAt(other.token), `seed ${seed}: the other’s events`).toEqual(theirs);
  }
  for (const { server } of ended) await server.close();
  return met;
}

const pickOf = (place: number) =>
  ({
    kind: 'inserted',
    cueText: 'secret',
    entry: { base: 'shop', id: 'e1' },
    place,
    at: 1,
    conversationKey: 'c',
    consoleId: 'x',
  }) as Parameters<Store['appendEvent']>[0];
const placeOf = (event: StoredEvent) => ('place' in event ? event.place : 0);

/** The store as it stands, for later: all that a back-up of the machine would hold. */
async function copyOf(store: Store): Promise<Store> {
  const copy = makeMemoryStore();
  for (const base of await store.readBases()) {
    await copy.replaceBase(base, await store.readEntries(base.id));
  }
  const { membership, bases, drafts } = await store.readTeam();
  await copy.changeTeam({ ...(membership && { membership }), bases, putDrafts: drafts });
  for (const event of await store.readEvents(0, 1_000)) {
    await copy.raiseEventNumbers(event.seq - 1);
    await copy.appendEvent(event);
  }
  return copy;
}

describe('a client and its hub', () => {
  it(`agree after each of ${runs} bad days, and every event is there once`, {
    timeout: 120_000 + runs * 2_000,
  }, async () => {
    const met = new Map<string, number>();
    for (let seed = 1; seed <= runs; seed++) {
      for (const [what, count] of await day(seed)) met.set(what, (met.get(what) ?? 0) + count);
    }
    // Every kind of trouble did come up.
    expect(met.size).toBe(20);
    expect(Math.min(...met.values())).toBeGreaterThan(runs / 20);
  });
});
