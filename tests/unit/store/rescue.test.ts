import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openGuardedStore } from '../../../lib/store/guarded-store';
import { migrations } from '../../../lib/store/migrations';
import { rescuedName } from '../../../lib/store/rescue';
import { makeBase, makeEntry } from '../../support/make-entry';

const entries = Array.from({ length: 450 }, (_, at) => makeEntry({ id: `e${at}`, base: 'b' }));
const gap = { kind: 'gap' as const, cueText: 'a', at: 1, conversationKey: 'c', consoleId: 'x' };
const open = (name: string) => openGuardedStore(() => {}, name);

beforeAll(() => {
  // Dexie tells of every database that it could not open.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** Two events of one id keep the step to version 2 from ever being done. */
async function unopenable(name: string, team: readonly object[] = []): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores({ ...migrations[0]?.tables, ...(team.length > 0 ? { team: 'key' } : {}) });
  await old.open();
  if (team.length > 0) await old.table('team').bulkAdd([...team]);
  await old.table('bases').add(makeBase({ id: 'b' }));
  await old.table('chunks').bulkAdd([
    { base: 'b', at: 0, entries: entries.slice(0, 200) },
    { base: 'b', at: 1, entries: entries.slice(200) },
  ]);
  await old.table('settings').add({ name: 'theme', value: 'dark' });
  const twice = { ...gap, eventId: 'same' };
  await old.table('events').bulkAdd([{ ...twice }, { ...twice }, { ...gap }]);
  old.close();
}

/** From the step on, the process is dead: whatever it asks of the disk is not done. */
function dieAt(step: number) {
  let steps = 0;
  const databases = new Set<IDBDatabase>();
  const restores = [
    ...(['put', 'add', 'clear'] as const).map((name) => [IDBObjectStore.prototype, name] as const),
    ...(['open', 'deleteDatabase'] as const).map((name) => [IDBFactory.prototype, name] as const),
  ].map(([prototype, name]) => {
    const real = Reflect.get(prototype, name) as (...given: unknown[]) => IDBRequest;
    const dying = function (this: unknown, ...given: unknown[]) {
      if (++steps >= step) throw new DOMException('The process has ended', 'AbortError');
      const request = real.apply(this, given);
      if (name === 'open') {
        request.addEventListener('success', () => databases.add(request.result as IDBDatabase));
      }
      return request;
    };
    Object.defineProperty(prototype, name, { value: dying, configurable: true, writable: true });
    const restore = { value: real, configurable: true, writable: true };
    return () => Object.defineProperty(prototype, name, restore);
  });
  return {
    hasDied: () => steps >= step,
    bury() {
      for (const restore of restores) restore();
      for (const database of databases) database.close();
    },
  };
}

describe('a repair of a database that does not open', () => {
  it('that is killed at any step loses nothing, and is finished at the next start', async () => {
    let survived = false;
    let step = 1;
    let finished = 0;
    for (; !survived; step++) {
      const name = `rescue-${step}`;
      await unopenable(name);
      const { store, storage } = await open(name);
      await store.appendEvent({ ...gap, cueText: 'meanwhile', eventId: 'm' });
      await store.putEntry(makeEntry({ id: 'e0', base: 'b', answer: 'Edited.' }));
      const death = dieAt(step);
      await storage.repair().catch(() => {});
      survived = !death.hasDied();
      death.bury();
      store.close();

      const next = await open(name);
      const kept = await next.store.readEntries('b');
      expect(kept, `after a death at step ${step}`).toHaveLength(450);
      expect(kept.slice(1)).toEqual(entries.slice(1));
      expect(await next.store.readSettings()).toEqual({ theme: 'dark' });
      const events = await next.store.readEvents(0, 10);
      const texts = events.map(({ cueText }) => cueText);
      const all = ['a', 'a', 'meanwhile'];
      if (next.storage.report().state === 'kept') {
        expect(texts).toEqual(all);
        expect(kept[0]?.answer).toBe('Edited.');
        finished++;
      } else {
        // Before the copy was whole, what stood in memory only may be lost with the process.
        expect(texts).toEqual(all.slice(0, texts.length));
        expect(texts.length).toBeGreaterThanOrEqual(2);
        expect((await next.storage.repair()).state).toBe('kept');
      }
      expect(await next.store.readEntries('b')).toHaveLength(450);
      expect(await Dexie.exists(rescuedName(name))).toBe(false);
      next.store.close();
    }
    expect(step).toBeGreaterThan(10);
    expect(finished).toBeGreaterThan(5);
  });

  it('throws nothing away of one that opens again by now', async () => {
    const name = 'rescue-passing';
    const first = await open(name);
    await first.store.replaceBase(makeBase({ id: 'b' }), entries);
    await first.store.appendEvent({ ...gap, cueText: 'before' });
    first.store.close();
    const fault = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const { store, storage } = await open(name);
    expect(storage.report().state).toBe('damaged');
    await store.replaceBase(makeBase({ id: 'new' }), [makeEntry({ id: 'n', base: 'new' })]);
    await store.appendEvent({ ...gap, cueText: 'meanwhile', at: 2 });
    fault.mockRestore();
    expect((await storage.repair()).state).toBe('kept');
    expect(await store.readEntries('b')).toEqual(entries);
    expect(await store.readEntries('new')).toHaveLength(1);
    const texts = (await store.readEvents(0, 10)).map(({ cueText }) => cueText);
    expect(texts).toEqual(['before', 'meanwhile']);
    store.close();
  });

  it('leaves events the numbers by which the hub and the ranking know them', async () => {
    const name = 'rescue-numbers';
    await unopenable(name);
    const { store, storage } = await open(name);
    const numbers = async () => (await store.readEvents(0, 20)).map(({ seq }) => seq);
    await store.appendEvent({ ...gap, cueText: 'meanwhile' });
    expect(await numbers()).toEqual([1, 3, 4]);
    expect((await storage.repair()).state).toBe('kept');
    expect(await numbers()).toEqual([1, 3, 4]);
    expect((await store.appendEvent(gap)).seq).toBe(5);
    store.close();
  });

  it('that a person would rather erase is gone from the disk', async () => {
    const name = 'rescue-erased';
    await unopenable(name);
    const { store } = await open(name);
    await store.eraseAll();
    expect(await Dexie.exists(name)).toBe(false);
    store.close();
  });
});

describe('a team in a database that does not open', () => {
  it('is salvaged with what was not published, and fetched anew after the repair', async () => {
    const membership = { hub: 'https://hub', token: 't', organisation: 'Shop', person: 'Ana' };
    const cursor = { epoch: 'e', version: 3, chain: 'c' };
    const team = { kb: 'b', role: 'supervisor', readKey: 'k', cursor };
    const draft = { base: 'b', id: 'e7', entry: entries[7] ?? null, basedOn: 2 };
    await unopenable('with-team', [
      { key: 'membership', value: membership },
      { key: 'base/b', value: team },
      { key: 'draft/b/e7', value: draft },
    ]);
    const after = await open('with-team');
    expect(after.storage.report().state).toBe('damaged');
    const salvaged = await after.store.readTeam();
    expect(salvaged.membership).toEqual(membership);
    expect(salvaged.drafts).toEqual([draft]);
    expect(await after.storage.repair()).toEqual({ state: 'kept', unreadable: 0 });
    expect(await after.store.readTeam()).toEqual(salvaged);
    expect(salvaged.bases).toEqual([{ kb: 'b', role: 'supervisor', readKey: 'k', cursor: null }]);
    expect((await after.store.readEntries('b')).length).toBe(entries.length);
    after.store.close();
  });
});
