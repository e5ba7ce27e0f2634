import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StorageReport } from '../../../lib/protocol/storage-calls';
import { openGuardedStore } from '../../../lib/store/guarded-store';
import { migrations } from '../../../lib/store/migrations';
import { makeBase, makeEntry } from '../../support/make-entry';

let databases = 0;
const newName = () => `guarded-${databases++}`;
const told: StorageReport[] = [];
const states = () => told.map(({ state }) => state);
const open = (name: string) => openGuardedStore((report) => told.push(report), name);
const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => makeEntry({ id: `e${at}`, base: 'b' }));
const gap = { kind: 'gap' as const, cueText: 'a', at: 1, conversationKey: 'c', consoleId: 'x' };

/** A base of 450 entries in three chunks, settings and an event, then damaged by hand. */
async function damaged(damage: (raw: Dexie) => Promise<unknown>): Promise<string> {
  const name = newName();
  const { store } = await open(name);
  await store.replaceBase(makeBase({ id: 'b' }), entries(450));
  await store.writeSettings({ theme: 'dark', agentName: 'Ana' });
  await store.appendEvent(gap);
  store.close();
  const raw = new Dexie(name);
  await raw.open();
  await damage(raw);
  raw.close();
  told.length = 0;
  return name;
}

afterEach(() => {
  told.length = 0;
  vi.restoreAllMocks();
});

const ruins: readonly [string, (raw: Dexie) => Promise<unknown>, number, number][] = [
  [
    'an entry without its answer',
    async (raw) => {
      const chunk = await raw.table('chunks').get(['b', 1]);
      delete chunk.entries[7].answer;
      await raw.table('chunks').put(chunk);
    },
    449,
    1,
  ],
  // No answer of the brain in which it stood would pass the protocol.
  [
    'an entry that lost whether it must be edited, and one with a number for a question',
    async (raw) => {
      const chunk = await raw.table('chunks').get(['b', 1]);
      delete chunk.entries[7].mustEdit;
      chunk.entries[8].asksFirst = 7;
      await raw.table('chunks').put(chunk);
    },
    448,
    2,
  ],
  [
    'entries that are no objects',
    async (raw) => {
      const chunk = await raw.table('chunks').get(['b', 1]);
      chunk.entries.splice(0, 3, null, 'text', 7);
      await raw.table('chunks').put(chunk);
    },
    447,
    3,
  ],
  [
    'a chunk that is no list',
    (raw) => raw.table('chunks').put({ base: 'b', at: 1, entries: '\u0000\u0000' }),
    250,
    1,
  ],
  ['a base without its name', (raw) => raw.table('bases').put({ id: 'b' }), 450, 1],
];

describe('a database that is damaged in places', () => {
  it.each(ruins)(
    'with %s gives the rest, says so, and is repaired',
    async (_, damage, left, lost) => {
      const name = await damaged(damage);
      const { store, storage } = await open(name);
      expect((await store.readBases()).map(({ id }) => id)).toEqual(['b']);
      const sound = await store.readEntries('b');
      expect(sound).toHaveLength(left);
      expect(storage.report()).toEqual({ state: 'damaged', unreadable: lost });
      expect(told.at(-1)).toEqual(storage.report());

      expect(await storage.repair()).toEqual({ state: 'kept', unreadable: 0 });
      store.close();
      const again = await open(name);
      expect((await again.store.readBases()).map(({ id }) => id)).toEqual(['b']);
      expect(await again.store.readEntries('b')).toEqual(sound);
      expect(again.storage.report().state).toBe('kept');
      again.store.close();
    },
  );

  it('still takes changes to entries, beside those that cannot be read', async () => {
    const name = await damaged((raw) =>
      raw.table('chunks').put({ base: 'b', at: 2, entries: null }),
    );
    const { store } = await open(name);
    await store.putEntry(makeEntry({ id: 'e3', base: 'b', answer: 'Other.' }));
    await store.putEntry(makeEntry({ id: 'new', base: 'b' }));
    await store.removeEntry({ base: 'b', id: 'e4' });
    const now = await store.readEntries('b');
    expect(now.find(({ id }) => id === 'e3')?.answer).toBe('Other.');
    expect(now.at(-1)?.id).toBe('new');
    expect(now).toHaveLength(400);
    store.close();
  });

  it('gives settings and events of a kind it knows, and passes over the others', async () => {
    const name = await damaged(async (raw) => {
      await raw.table('settings').put({ name: 'theme', value: { no: 'theme' } });
      await raw.table('settings').put({ name: 'no-such', value: 1 });
      await raw.table('events').bulkAdd([{ kind: 'inserted' }, { ...gap, cueText: 7 }]);
      await raw.table('events').add({ ...gap });
      await raw.table('events').add({ ...gap, kind: 'ranking-retrained', cueText: '', upTo: 1 });
    });
    const { store, storage } = await open(name);
    expect(await store.readSettings()).toEqual({ agentName: 'Ana' });
    expect((await store.readEvents(0, 10)).map(({ seq }) => seq)).toEqual([1, 4, 5]);
    expect((await store.countPicks()).size).toBe(0);
    await store.forgetText(100);
    expect(storage.report().state).toBe('kept');
    store.close();
  });
});

async function openVersion1(name: string): Promise<Dexie> {
  const old = new Dexie(name);
  old.version(1).stores(migrations[0]?.tables ?? {});
  return old.open();
}

/** Two events of one id, which the step to version 2 cannot take: the database does not open. */
async function unopenable(): Promise<string> {
  const name = newName();
  const old = await openVersion1(name);
  await old.table('bases').add(makeBase({ id: 'b' }));
  await old.table('chunks').add({ base: 'b', at: 0, entries: entries(3) });
  await old.table('settings').add({ name: 'theme', value: 'dark' });
  const twice = { ...gap, eventId: 'same' };
  await old.table('events').bulkAdd([{ ...twice }, { ...twice }, { ...gap }]);
  old.close();
  return name;
}

describe('a database that does not open', () => {
  it('is stood in for by what can be read of it, and repaired with all of that', async () => {
    const name = await unopenable();
    const { store, storage } = await open(name);
    expect(storage.report()).toEqual({ state: 'damaged', unreadable: 0 });
    expect(await store.readEntries('b')).toEqual(entries(3));
    expect(await store.readSettings()).toEqual({ theme: 'dark' });
    await store.appendEvent({ ...gap, cueText: 'meanwhile' });

    expect((await storage.repair()).state).toBe('kept');
    await store.appendEvent({ ...gap, cueText: 'after' });
    store.close();
    const again = await open(name);
    expect(again.storage.report().state).toBe('kept');
    expect(await again.store.readEntries('b')).toEqual(entries(3));
    expect(await again.store.readSettings()).toEqual({ theme: 'dark' });
    expect((await again.store.readEvents(0, 10)).map(({ cueText }) => cueText)).toEqual([
      'a',
      'a',
      'meanwhile',
      'after',
    ]);
    again.store.close();
  });

  it('at all starts empty in memory, and is kept again after the repair', async () => {
    const name = newName();
    const opening = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const { store, storage } = await open(name);
    expect(storage.report().state).toBe('damaged');
    await store.replaceBase(makeBase({ id: 'b' }), entries(2));
    await expect(storage.repair()).rejects.toThrow();
    expect(storage.report().state).toBe('damaged');
    expect(await store.readEntries('b')).toHaveLength(2);

    opening.mockRestore();
    expect((await storage.repair()).state).toBe('kept');
    store.close();
    const again = await open(name);
    expect(await again.store.readEntries('b')).toHaveLength(2);
    again.store.close();
  });
});

describe('where there is no database', () => {
  it('memory stands in, and it is said that nothing is kept', async () => {
    const { indexedDB } = Dexie.dependencies;
    Dexie.dependencies.indexedDB = undefined as never;
    const { store, storage } = await open(newName());
    Dexie.dependencies.indexedDB = indexedDB;
    expect(storage.report().state).toBe('not-kept');
    expect(states()).toEqual(['not-kept']);
    await store.replaceBase(makeBase({ id: 'b' }), entries(1));
    expect(await store.readEntries('b')).toHaveLength(1);
  });
});

describe('a database that an older Cuecard holds', () => {
  it('is waited for, and opened with everything in it once it is free', async () => {
    const name = newName();
    const old = await openVersion1(name);
    await old.table('bases').add(makeBase({ id: 'b' }));
    await old.table('chunks').add({ base: 'b', at: 0, entries: entries(3) });
    old.close();
    // Closes for nobody, as a page that the browser froze.
    const frozen = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const opening = open(name);
    await vi.waitFor(() => expect(states()).toEqual(['blocked']), 10_000);
    frozen.close();
    const { store } = await opening;
    expect(states()).toEqual(['blocked', 'kept']);
    expect(await store.readEntries('b')).toEqual(entries(3));
    store.close();
  });
});

const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });

describe('a disk without room', () => {
  it('keeps the last good base, says so, and says when there is room again', async () => {
    const { store, storage } = await open(newName());
    await store.replaceBase(makeBase({ id: 'b' }), entries(450));
    const disk = full();
    const larger = store.replaceBase(makeBase({ id: 'b', name: 'New' }), entries(900));
    await expect(larger).rejects.toThrow('no room');
    expect(storage.report().state).toBe('full');
    expect(await store.readEntries('b')).toEqual(entries(450));
    expect(await store.readBases()).toEqual([makeBase({ id: 'b' })]);

    disk.mockRestore();
    await store.writeSettings({ theme: 'dark' });
    expect(states()).toEqual(['full', 'kept']);
    store.close();
  });
});

describe('a damaged database on a disk without room', () => {
  it('is not repaired and says why; with room again it says what is damaged, and is repaired', async () => {
    const name = await damaged((raw) =>
      raw.table('chunks').put({ base: 'b', at: 1, entries: '\u0000' }),
    );
    const { store, storage } = await open(name);
    expect(await store.readEntries('b')).toHaveLength(250);
    const disk = full();
    await expect(storage.repair()).rejects.toThrow('no room');
    expect(storage.report()).toEqual({ state: 'full', unreadable: 1 });
    expect(await store.readEntries('b')).toHaveLength(250);
    disk.mockRestore();
    expect(await storage.repair()).toEqual({ state: 'damaged', unreadable: 1 });
    expect(await storage.repair()).toEqual({ state: 'kept', unreadable: 0 });
    expect(await store.readEntries('b')).toHaveLength(250);
    store.close();
  });
});

describe('entries that cannot be read at all', () => {
  const failing = (times: number) => {
    const left = { tries: times };
    for (const method of ['getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const) {
      const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...given: unknown[]
      ) {
        // Of each try the reading of all, and then that of their keys.
        if (this.name === 'chunks' && left.tries-- > 0) {
          throw new DOMException('Internal error', 'UnknownError');
        }
        return original.apply(this, given) as never;
      });
    }
  };

  it('are read again, and nobody is told of a fault that passes', async () => {
    const name = await damaged(async () => {});
    const { store } = await open(name);
    failing(2);
    expect(await store.readEntries('b')).toHaveLength(450);
    expect(states()).toEqual([]);
    store.close();
  });

  it('are said to be, until they can', async () => {
    const name = await damaged(async () => {});
    const { store, storage } = await open(name);
    failing(6);
    await expect(store.readEntries('b')).rejects.toThrow('Internal error');
    expect(storage.report()).toEqual({ state: 'damaged', unreadable: 0 });
    expect(await store.readEntries('b')).toHaveLength(450);
    expect(states()).toEqual(['damaged', 'kept']);
    store.close();
  });
});
