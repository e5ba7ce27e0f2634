import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../lib/domain/pick';
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
      numbers.push(await store.appendEvent(event({ kind: 'gap', cueText })));
    }
    expect(numbers).toEqual([1, 2, 3]);
    expect((await store.readEvents(1, 10)).map(({ cueText }) => cueText)).toEqual(['b', 'c']);
    expect((await store.readEvents(0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
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
});
