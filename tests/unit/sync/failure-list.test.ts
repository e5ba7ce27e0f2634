import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { must } from '../../../lib/base/must';
import { firstChain, nextChain, type Op } from '../../../lib/protocol/hub-ops';
import { hubVersion } from '../../../lib/protocol/hub-version';
import type { StorageReport } from '../../../lib/protocol/storage-calls';
import { openGuardedStore } from '../../../lib/store/guarded-store';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import type { Store } from '../../../lib/store/store';
import type { HubAnswer, HubLink } from '../../../lib/sync/hub-link';
import { makeTeamSync } from '../../../lib/sync/team-sync';
import { origin, straightLink } from '../../support/hub/faulty-link';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const membership = { hub: origin, token: 'f'.repeat(64), organisation: 'Shop', person: 'Ana' };
const noStream = () => Promise.reject(new Error('There is no stream here'));
const ids = async (store: Store) => (await store.readEntries('shop')).map(({ id }) => id);

afterEach(() => vi.restoreAllMocks());

const syncOf = (store: Store, link: HubLink) =>
  makeTeamSync({
    store,
    link,
    onPage: () => {},
    onWiped: () => expect.fail('Access was never taken away'),
    moveAside: async () => {},
  });

async function joined(store: Store = makeMemoryStore(), token = membership.token) {
  await store.changeTeam({ membership: { ...membership, token } });
  return store;
}

/** A hub of one base with just these operations, whatever they are; tells what was asked. */
function hubOf(bodies: readonly string[]) {
  let ops = [...bodies];
  let epoch = 'e'.repeat(32);
  const asked: { readonly path: string; readonly letters: number }[] = [];
  const chains = async () => {
    const all = [firstChain];
    for (const op of ops) all.push(await nextChain(all.at(-1) ?? '', op));
    return all;
  };
  const answer = async (path: string, body: unknown): Promise<unknown> => {
    const all = await chains();
    const [, from = '', to = ''] = /\/d\/(\d+)-(\d+)/.exec(path) ?? [];
    if (from !== '')
      return { prevChain: all[Number(from)], ops: ops.slice(Number(from), Number(to)) };
    if (path === '/v1/events') return { hw: (body as { upTo: number }).upTo };
    if (path !== '/v1/sync') return {};
    const head = { epoch, version: ops.length, chain: all.at(-1), floor: 0, snapshot: null };
    const base = { kb: 'shop', readKey: 'a'.repeat(32), role: 'agent', head };
    return { speaks: hubVersion, deviceHw: 0, recipes: null, role: null, bases: [base] };
  };
  const link: HubLink = {
    async ask({ url, body }) {
      const path = url.slice(origin.length);
      const text = JSON.stringify(await answer(path, body));
      asked.push({ path: path.replace(/\?.*/, ''), letters: text.length });
      return { status: 200, text };
    },
    listen: noStream,
  };
  return {
    link,
    asked,
    add: (...more: readonly string[]) => void ops.push(...more),
    /** As when its data were made anew. */
    replace(others: readonly string[]) {
      ops = [...others];
      epoch = 'd'.repeat(32);
    },
  };
}
const bodyOf = (op: Op) => JSON.stringify(op);
const many = (count: number, answer: string) =>
  Array.from({ length: count }, (_, at) => bodyOf(put(`e${at}`, answer)));

describe('a change that cannot be read', () => {
  it('is left out and told of, and what comes with it and after it arrives', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const poison = [
      JSON.stringify({ op: 'put', entry: { id: 'x', title: 7 } }),
      JSON.stringify({ op: 'paint', colour: 'red' }),
      '\u0000 no JSON',
    ];
    const hub = hubOf([bodyOf(put('a')), ...poison, bodyOf(put('b'))]);
    const store = await joined();
    const team = syncOf(store, hub.link);
    expect(await team.sync()).toBe('synced');
    expect(await ids(store)).toEqual(['a', 'b']);
    expect(warned.mock.calls.map(String)).toEqual([expect.stringContaining('3 changes')]);
    hub.add(...poison.slice(0, 1), bodyOf(put('c')));
    expect(await team.sync()).toBe('synced');
    expect(await ids(store)).toEqual(['a', 'b', 'c']);
    hub.add(bodyOf(put('x')));
    expect(await team.sync()).toBe('synced');
    expect(await ids(store)).toEqual(['a', 'b', 'c', 'x']);
    expect((await store.readTeam()).bases[0]?.cursor?.version).toBe(8);
  });
});

describe('a disk that is full in the middle of a whole copy', () => {
  it('keeps the one before, and how far that came, until there is room', async () => {
    const told: StorageReport[] = [];
    const { store, storage } = await openGuardedStore((report) => told.push(report), 'full');
    const hub = hubOf(many(450, 'Old.'));
    const team = syncOf(await joined(store), hub.link);
    await team.sync();
    const before = await store.readTeam();
    hub.replace(many(700, 'New.'));
    const write = IDBObjectStore.prototype.put;
    let chunks = 0;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof write>
    ) {
      if (this.name === 'chunks' && ++chunks === 3) {
        throw new DOMException('disk full', 'QuotaExceededError');
      }
      return write.apply(this, given);
    });
    await expect(team.sync()).rejects.toThrow();
    expect(chunks).toBe(3);
    full.mockRestore();
    expect(told.at(-1)?.state).toBe('full');
    const entries = await store.readEntries('shop');
    expect(new Set(entries.map(({ answer }) => answer))).toEqual(new Set(['Old.']));
    expect(entries).toHaveLength(450);
    expect(await store.readTeam()).toEqual(before);
    expect(await team.sync()).toBe('synced');
    expect(new Set((await store.readEntries('shop')).map(({ answer }) => answer))).toEqual(
      new Set(['New.']),
    );
    expect(await ids(store)).toHaveLength(700);
    expect(storage.report().state).toBe('kept');
    store.close();
  });
});

describe('a machine that was away for weeks', () => {
  it('asks for one page where little has changed, and not for what it has', async () => {
    const hub = hubOf(many(3_000, 'Old.'));
    const store = await joined();
    await syncOf(store, hub.link).sync();
    const whole = hub.asked.splice(0).reduce((sum, { letters }) => sum + letters, 0);
    hub.add(...many(5, 'New.'));
    await syncOf(store, hub.link).sync();
    const pages = hub.asked.filter(({ path }) => path.includes('/v1/k/'));
    expect(pages.map(({ path }) => path.split('/d/')[1])).toEqual(['2816-3005']);
    expect(hub.asked.map(({ path }) => path.replace(/\/k\/.*/, '/k'))).toEqual([
      '/v1/sync',
      '/v1/k',
      '/v1/seen',
    ]);
    const after = hub.asked.reduce((sum, { letters }) => sum + letters, 0);
    expect(after).toBeLessThan(whole / 10);
    expect((await store.readEntries('shop')).slice(0, 6).map(({ answer }) => answer)).toEqual([
      ...Array.from({ length: 5 }, () => 'New.'),
      'Old.',
    ]);
  });
});

describe('a hub of several nodes', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await makeTestHub();
  });
  afterAll(() => hub?.close());

  it('of which one lags behind costs a try, and nothing of what is held', async () => {
    const admin = await hub.found();
    await hub.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    const publish = (id: string, basedOn: number) =>
      hub.ask('POST', '/v1/bases/shop/publish', admin, {
        why: '',
        changes: [{ op: put(id), basedOn }],
      });
    await publish('a', 0);
    const answers: HubAnswer[] = [];
    const link: HubLink = {
      async ask(request) {
        const answer = await straightLink(hub).ask(request);
        answers.push(answer);
        return answer;
      },
      listen: noStream,
    };
    const store = await joined(makeMemoryStore(), admin);
    const team = syncOf(store, link);
    await team.sync();
    const before = await store.readTeam();
    await publish('b', 1);
    // As at a replica that has the base's new row, and not yet the change.
    const { rows, run } = hub.hub.database;
    const row = v.object({ organisation: v.string(), body: v.string(), chain: v.string() });
    const [late] = await rows(
      row,
      'select organisation, body, chain from change where version = 2',
    );
    await run('delete from change where version = 2');
    await expect(team.sync()).rejects.toThrow(/409/);
    expect(answers.at(-1)?.text).toContain('not here yet');
    expect(await ids(store)).toEqual(['a']);
    expect((await store.readTeam()).bases).toEqual(before.bases);
    const { organisation, body, chain } = must(late, 'the change');
    await run(
      `insert into change (organisation, kb, version, subject, body, chain)
       values ($1, 'shop', 2, 'b', $2, $3)`,
      [organisation, body, chain],
    );
    expect(await team.sync()).toBe('synced');
    expect(await ids(store)).toEqual(['a', 'b']);
  });
});
