import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type IndexStore,
  makeDexieIndexStore,
  makeMemoryIndexStore,
  readAhead,
} from '../../lib/store/index-store';

let databases = 0;
const implementations: readonly [string, () => IndexStore][] = [
  ['the database', () => makeDexieIndexStore(`index-contract-${databases++}`)],
  ['memory', makeMemoryIndexStore],
  ['a database read ahead', () => readAhead(makeDexieIndexStore(`index-contract-${databases++}`))],
];
const part = (byte: number) => new Uint8Array(8).fill(byte);

describe.each(implementations)('an index store in %s', (_, make) => {
  let store: IndexStore;
  afterEach(() => store.close());

  it('is empty at first', async () => {
    store = make();
    expect(await store.read()).toEqual([]);
  });

  it('gives the parts back in their order, however many', async () => {
    store = make();
    const parts = Array.from({ length: 12 }, (_, at) => part(at));
    await store.write(parts);
    expect(await store.read()).toEqual(parts);
  });

  it('leaves no part of what was there before', async () => {
    store = make();
    await store.write([part(1), part(2), part(3)]);
    await store.write([part(9)]);
    expect(await store.read()).toEqual([part(9)]);
  });

  it('keeps what was there when the new parts cannot all be made', async () => {
    store = make();
    await store.write([part(1), part(2)]);
    function* breaking() {
      yield part(9);
      throw new Error('out of memory');
    }
    await expect(store.write(breaking())).rejects.toThrow('out of memory');
    expect(await store.read()).toEqual([part(1), part(2)]);
  });
});

describe('an index store in the database', () => {
  it('takes what an earlier version kept part by part for none, and replaces it', async () => {
    const name = `index-contract-${databases++}`;
    const earlier = new Dexie(name);
    earlier.version(1).stores({ parts: 'part' });
    await earlier.table('parts').bulkPut([0, 1].map((at) => ({ part: at, bytes: part(at) })));
    earlier.close();
    const store = makeDexieIndexStore(name);
    expect(await store.read()).toEqual([]);
    await store.write([part(2), part(3)]);
    expect(await store.read()).toEqual([part(2), part(3)]);
    store.close();
  });
});
