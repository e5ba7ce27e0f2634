import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AgentEvent, StoredEvent } from '../../lib/domain/pick';
import { openDexieStore } from '../../lib/store/dexie-store';
import { makeMemoryStore } from '../../lib/store/memory-store';
import { entryKey, type Store } from '../../lib/store/store';
import { makeBase, makeEntry } from '../support/make-entry';

let databases = 0;
const implementations: readonly [string, () => Promise<Store>][] = [
  ['the database', () => openDexieStore(`contract-${databases++}`)],
  ['memory', async () => makeMemoryStore()],
];

const event = (entry: AgentEvent) => ({ ...entry, at: 1, conversationKey: 'c', consoleId: 'x' });

describe.each(implementations)('a store in %s', (_, open) => {
  let store: Store;
  afterEach(() => store.close());

  it('is empty at first', async () => {
    store = await open();
    expect(await store.readBases()).toEqual([]);
    expect(await store.readEntries('none')).toEqual([]);
    expect(await store.readSettings()).toEqual({});
    expect(await store.readEvents(0, 10)).toEqual([]);
  });

  it('gives back a base and its entries in the order written', async () => {
    store = await open();
    const entries = Array.from({ length: 450 }, (_, at) => makeEntry({ id: `e${at}`, base: 'b' }));
    await store.replaceBase(makeBase({ id: 'b' }), entries);
    expect(await store.readBases()).toEqual([makeBase({ id: 'b' })]);
    expect(await store.readEntries('b')).toEqual(entries);
  });

  it('leaves nothing of what a base held before', async () => {
    store = await open();
    const many = Array.from({ length: 401 }, (_, at) => makeEntry({ id: `old${at}`, base: 'b' }));
    await store.replaceBase(makeBase({ id: 'b' }), many);
    await store.replaceBase(makeBase({ id: 'b', name: 'New' }), [
      makeEntry({ id: 'new', base: 'b' }),
    ]);
    expect((await store.readEntries('b')).map(({ id }) => id)).toEqual(['new']);
    expect((await store.readBases()).map(({ name }) => name)).toEqual(['New']);
  });

  it('keeps bases apart, also those whose ids begin alike', async () => {
    store = await open();
    await store.replaceBase(makeBase({ id: 'a' }), [makeEntry({ id: 'one', base: 'a' })]);
    await store.replaceBase(makeBase({ id: 'ab' }), [makeEntry({ id: 'two', base: 'ab' })]);
    await store.removeBase('a');
    expect((await store.readBases()).map(({ id }) => id)).toEqual(['ab']);
    expect((await store.readEntries('ab')).map(({ id }) => id)).toEqual(['two']);
    expect(await store.readEntries('a')).toEqual([]);
  });

  const ids = async () => (await store.readEntries('b')).map(({ id }) => id);
  const openWith = async (count: number) => {
    store = await open();
    const entries = Array.from({ length: count }, (_, at) =>
      makeEntry({ id: `e${at}`, base: 'b' }),
    );
    await store.replaceBase(makeBase({ id: 'b' }), entries);
    return entries;
  };

  it('puts a changed entry in the place of the old one', async () => {
    const entries = await openWith(450);
    const changed = makeEntry({ id: 'e250', base: 'b', answer: 'Other.' });
    await store.putEntry(changed);
    expect(await store.readEntries('b')).toEqual(entries.with(250, changed));
  });

  it('puts a new entry at the end, also of a base that has none', async () => {
    await openWith(0);
    for (let at = 0; at < 201; at++) await store.putEntry(makeEntry({ id: `n${at}`, base: 'b' }));
    expect(await ids()).toEqual(Array.from({ length: 201 }, (_, at) => `n${at}`));
  });

  it.each([0, 199, 200, 449])('takes entry %i out and puts it back in its place', async (at) => {
    const entries = await openWith(450);
    const entry = entries[at] ?? expect.fail('no such entry');
    await store.removeEntry(entry);
    expect(await store.readEntries('b')).toEqual(entries.toSpliced(at, 1));
    await store.putEntry(entry, entries[at + 1]?.id);
    expect(await store.readEntries('b')).toEqual(entries);
  });

  it('removes a base entry by entry, and grows again from nothing', async () => {
    await openWith(3);
    for (const id of ['e0', 'e1', 'e2', 'e2']) await store.removeEntry({ base: 'b', id });
    expect(await ids()).toEqual([]);
    await store.putEntry(makeEntry({ id: 'new', base: 'b' }));
    expect(await ids()).toEqual(['new']);
  });

  it('puts no entry into a base that is gone', async () => {
    await openWith(1);
    await store.removeBase('b');
    await expect(store.putEntry(makeEntry({ id: 'late', base: 'b' }))).rejects.toThrow(/base/);
    expect(await ids()).toEqual([]);
  });

  it('renames a base and leaves its entries alone', async () => {
    const entries = await openWith(3);
    await store.putBase(makeBase({ id: 'b', name: 'Renamed' }));
    expect((await store.readBases()).map(({ name }) => name)).toEqual(['Renamed']);
    expect(await store.readEntries('b')).toEqual(entries);
  });

  it('moves a team’s copy on together with the mark of how far it has come', async () => {
    await openWith(30);
    const cursor = { epoch: '0'.repeat(32), version: 2, chain: '0'.repeat(64) };
    const team = { kb: 'b', role: 'agent', readKey: '1'.repeat(32), cursor } as const;
    const fresh = makeEntry({ id: 'fresh', base: 'b' });
    await store.changeTeam({ page: { team, removed: ['e1'], put: [fresh] } });
    expect((await ids()).slice(0, 2)).toEqual(['e0', 'e2']);
    expect((await ids()).at(-1)).toBe('fresh');
    expect((await store.readTeam()).bases).toEqual([team]);
    const many = Array.from({ length: 250 }, (_, at) => makeEntry({ id: `m${at}`, base: 'b' }));
    await store.changeTeam({ page: { team, put: many, removed: ['fresh'] } });
    expect((await ids()).length).toBe(29 + 250);
    await store.changeTeam({ page: { team, base: makeBase({ id: 'b' }), whole: [fresh] } });
    expect(await store.readEntries('b')).toEqual([fresh]);
  });

  it('leaves nothing of a team’s base that is wiped, and nothing of its drafts', async () => {
    await openWith(3);
    const membership = { hub: 'http://h', token: 't', organisation: 'o', person: 'p' };
    const draft = (base: string) => ({ base, id: 'e0', entry: null, basedOn: 1 });
    const base = { kb: 'b', role: 'agent', readKey: '1', cursor: null } as const;
    await store.changeTeam({ membership, bases: [base], putDrafts: [draft('b'), draft('other')] });
    expect(await store.readTeam()).toEqual({
      membership,
      bases: [base],
      drafts: [draft('b'), draft('other')],
    });
    await store.changeTeam({ wipe: ['b'] });
    expect(await store.readBases()).toEqual([]);
    expect(await ids()).toEqual([]);
    expect(await store.readTeam()).toEqual({
      membership,
      bases: [],
      recipes: undefined,
      drafts: [draft('other')],
    });
    await store.changeTeam({ membership: null, dropDrafts: [draft('other')] });
    expect(await store.readTeam()).toEqual({
      membership: undefined,
      bases: [],
      drafts: [],
      recipes: undefined,
    });
  });

  it('changes only the settings that are named', async () => {
    store = await open();
    await store.writeSettings({ theme: 'dark', agentName: 'Ana' });
    await store.writeSettings({ theme: 'light' });
    expect(await store.readSettings()).toEqual({ theme: 'light', agentName: 'Ana' });
  });

  it('numbers events upwards and gives them back in that order', async () => {
    store = await open();
    const numbers: number[] = [];
    for (const cueText of ['a', 'b', 'c']) {
      numbers.push((await store.appendEvent(event({ kind: 'gap', cueText }))).seq);
    }
    expect(numbers).toEqual([1, 2, 3]);
    expect((await store.readEvents(1, 10)).map(({ cueText }) => cueText)).toEqual(['b', 'c']);
    expect((await store.readEvents(0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('keeps an event once, however often it is told, and others without an id each time', async () => {
    store = await open();
    const gap = event({ kind: 'gap', cueText: 'a' });
    const told = { ...gap, eventId: 'one' };
    expect(await store.appendEvent(told)).toEqual({ seq: 1, isNew: true });
    expect(await store.appendEvent(gap)).toEqual({ seq: 2, isNew: true });
    expect(await store.appendEvent(gap)).toEqual({ seq: 3, isNew: true });
    const again = await Promise.all([store.appendEvent(told), store.appendEvent(told)]);
    expect(again).toEqual(again.map(() => ({ seq: 1, isNew: false })));
    expect((await store.readEvents(0, 10)).map(({ eventId }) => eventId)).toEqual([
      'one',
      undefined,
      undefined,
    ]);
  });

  it('keeps events of another store under their numbers, none twice and none in another’s place', async () => {
    store = await open();
    const gap = (cueText: string, at: number) => ({
      ...event({ kind: 'gap', cueText }),
      at,
    });
    await store.appendEvent(gap('own', 7));
    await store.appendEvent({ ...gap('told', 8), eventId: 'told' });
    const others = [
      { ...gap('another at 1', 9), seq: 1 },
      { ...gap('told', 8), eventId: 'told', seq: 2 },
      { ...gap('at 3', 10), eventId: 'three', seq: 3 },
      { ...gap('told', 8), eventId: 'told', seq: 5 },
      { ...gap('at 9', 11), seq: 9 },
    ];
    const kept = [
      [1, 'own'],
      [2, 'told'],
      [3, 'at 3'],
      [9, 'at 9'],
      [10, 'another at 1'],
    ];
    const numbered = async () =>
      (await store.readEvents(0, 20)).map(({ seq, cueText }) => [seq, cueText]);
    await store.keepEvents(others as StoredEvent[]);
    expect(await numbered()).toEqual(kept);
    // A second time, and what has lost its text meanwhile, changes nothing.
    await store.keepEvents([{ ...gap('', 11), seq: 9 }, ...others.slice(1)] as StoredEvent[]);
    expect(await numbered()).toEqual(kept);
    expect((await store.appendEvent(gap('new', 12))).seq).toBe(11);
  });

  it('numbers events above what it is told, and never lower than before', async () => {
    store = await open();
    const gap = event({ kind: 'gap', cueText: 'a' });
    await store.appendEvent(gap);
    await store.appendEvent(gap);
    for (const above of [2, 1, 0]) await store.raiseEventNumbers(above);
    expect((await store.appendEvent(gap)).seq).toBe(3);
    await store.raiseEventNumbers(50);
    expect((await store.appendEvent(gap)).seq).toBe(51);
    for (const above of [51, 7, 50]) await store.raiseEventNumbers(above);
    expect((await store.appendEvent(gap)).seq).toBe(52);
    expect((await store.readEvents(0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 51, 52]);
  });

  it('forgets the text of old events, and nothing else of them', async () => {
    store = await open();
    const entry = { base: 'b', id: 'e' };
    const texts = { cueText: 'x', before: 'y', after: 'z' };
    const edited = event({ kind: 'edited', entry, place: 1, ...texts });
    const gap = event({ kind: 'gap', cueText: 'old' });
    await store.appendEvent({ ...edited, at: 99 });
    await store.appendEvent({ ...gap, at: 100 });
    await store.appendEvent({ ...gap, at: 50 });
    await store.forgetText(100);
    expect(await store.readEvents(0, 10)).toEqual([
      { ...edited, at: 99, seq: 1, cueText: '', before: '', after: '' },
      { ...gap, at: 100, seq: 2 },
      { ...gap, at: 50, seq: 3, cueText: '' },
    ]);
    expect([...(await store.countPicks())]).toEqual([[entryKey(entry), 1]]);
  });

  it('counts what was inserted, edited or not, and nothing else', async () => {
    store = await open();
    const entry = { base: 'b', id: 'e' };
    const cueText = 'x';
    await store.appendEvent(event({ kind: 'inserted', cueText, entry, place: 1 }));
    await store.appendEvent(
      event({ kind: 'edited', cueText, entry, place: 1, before: '', after: '' }),
    );
    await store.appendEvent(event({ kind: 'rejected', cueText, entry }));
    expect([...(await store.countPicks())]).toEqual([[entryKey(entry), 2]]);
  });

  it('erases the events of the conversations named, and no others', async () => {
    store = await open();
    const gap = event({ kind: 'gap', cueText: 'a' });
    await store.appendEvent(gap);
    await store.appendEvent({ ...gap, conversationKey: 'other' });
    await store.appendEvent({ ...gap, consoleId: 'another console' });
    await store.appendEvent(gap);
    expect(await store.eraseEvents([{ conversationKey: 'c', consoleId: 'x' }])).toBe(2);
    expect((await store.readEvents(0, 10)).map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await store.readEvents(2, 10)).map(({ seq }) => seq)).toEqual([3]);
    await store.appendEvent(gap);
    expect((await store.readEvents(3, 10)).map(({ seq }) => seq)).toEqual([5]);
  });

  it('has nothing left after everything was erased, and begins again', async () => {
    await openWith(3);
    await store.writeSettings({ agentName: 'Ana' });
    await store.appendEvent(event({ kind: 'gap', cueText: 'a' }));
    await store.eraseAll();
    expect(await store.readBases()).toEqual([]);
    expect(await ids()).toEqual([]);
    expect(await store.readSettings()).toEqual({});
    expect(await store.readEvents(0, 10)).toEqual([]);
    expect([...(await store.countPicks())]).toEqual([]);
    await store.replaceBase(makeBase({ id: 'b' }), [makeEntry({ id: 'new', base: 'b' })]);
    expect(await ids()).toEqual(['new']);
  });
});

describe('the database', () => {
  it('writes one chunk of a large base when one entry changes', async () => {
    const name = `contract-${databases++}`;
    const store = await openDexieStore(name);
    const entries = Array.from({ length: 1_000 }, (_, at) =>
      makeEntry({ id: `e${at}`, base: 'b' }),
    );
    await store.replaceBase(makeBase({ id: 'b' }), entries);
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await store.putEntry(makeEntry({ id: 'e450', base: 'b', answer: 'Other.' }));
    expect(puts.mock.calls.flatMap(([row]) => row.entries?.length ?? [])).toEqual([200]);
    puts.mockRestore();
    store.close();
  });

  it('says nothing is written before it is on the disk, where the browser would not wait for that', async () => {
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = await openDexieStore(`contract-${databases++}`);
    const entry = makeEntry({ id: 'e', base: 'b' });
    await store.replaceBase(makeBase({ id: 'b' }), [entry]);
    await store.putEntry(entry);
    await store.appendEvent(event({ kind: 'gap', cueText: 'a' }));
    await store.writeSettings({ theme: 'dark' });
    await store.changeTeam({ putDrafts: [{ base: 'b', id: 'e', entry: null, basedOn: 1 }] });
    const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
    begun.mockRestore();
    expect(
      new Set(writes.flatMap(([tables]) => (typeof tables === 'string' ? tables : [...tables]))),
    ).toEqual(new Set(['bases', 'chunks', 'outlines', 'events', 'settings', 'team']));
    const durabilities = writes.map(([, , options]) => options?.durability);
    expect(durabilities).toEqual(writes.map(() => 'strict'));
    store.close();
  });

  it('keeps the entry as it was when its chunk cannot be written', async () => {
    const store = await openDexieStore(`contract-${databases++}`);
    await store.replaceBase(makeBase({ id: 'b' }), [makeEntry({ id: 'e', base: 'b' })]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    await expect(
      store.putEntry(makeEntry({ id: 'e', base: 'b', answer: 'Other.' })),
    ).rejects.toThrow(/disk full/);
    put.mockRestore();
    expect((await store.readEntries('b'))[0]?.answer).toBe('Answer of e.');
    store.close();
  });
});
