import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundOrganisation } from '../../../hub/services/invites';
import { createBrain } from '../../../lib/brain/create-brain';
import type { StorageReport } from '../../../lib/protocol/storage-calls';
import { openGuardedStore } from '../../../lib/store/guarded-store';
import type { HubLink } from '../../../lib/sync/hub-link';
import { origin, straightLink } from '../../support/hub/faulty-link';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
beforeAll(async () => {
  // Dexie tells of every database that it could not open.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

const file = JSON.stringify({
  format: 'cuecard/1',
  base: { id: 'shop', name: 'Shop', language: 'en' },
  entries: Array.from({ length: 220 }, (_, at) => ({
    id: `e${at}`,
    title: `Title ${at}`,
    phrasings: [`question ${at}`],
    answer: `Answer ${at}.`,
  })),
});
const soon = (check: () => Promise<void> | void) =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 });

let databases = 0;

/** A brain with a database of its own, which can be ended and started again on what is left. */
async function machine() {
  const name = `copy-${databases++}`;
  let isCut = false;
  const straight = straightLink(hub);
  const link: HubLink = {
    ...straight,
    ask: (request) =>
      isCut ? Promise.reject(new TypeError('Nothing answers')) : straight.ask(request),
  };
  const told: StorageReport[] = [];
  const start = async () => {
    const { store, storage } = await openGuardedStore((report) => told.push(report), name);
    const brain = await createBrain({
      store,
      storage,
      readSample: async (sample) =>
        JSON.stringify({
          format: 'cuecard/1',
          base: { id: sample, name: sample, language: 'en', smallTalk: true },
          entries: [],
        }),
      now: Date.now,
      tellFaces: () => {},
      whenIdle: (work) => setTimeout(work),
      hubLink: link,
    });
    return { brain, store, storage };
  };
  let live = await start();
  await live.brain['knowledge.import']({ fileName: 'shop.json', content: file });
  const invite = await foundOrganisation(hub.hub, 'Shop');
  await live.brain['team.join']({ link: `${origin}/join#${invite}`, name: 'Ana' });
  await live.brain['team.share']({ base: 'shop' });
  const write = async (id: string, answer: string) => {
    const { entry } = await live.brain['studio.entry']({ base: 'shop', id });
    if (entry === null) throw new Error(`There is no ${id}`);
    const { links: _, updatedAt, ...draft } = entry;
    await live.brain['studio.save']({ entry: { ...draft, answer }, basedOn: updatedAt });
  };
  await write('e7', 'A draft.');
  await write('e8', 'Another draft.');
  return {
    told,
    get brain() {
      return live.brain;
    },
    get storage() {
      return live.storage;
    },
    cut: (so: boolean) => {
      isCut = so;
    },
    answer: async (id: string) =>
      (await live.brain['studio.entry']({ base: 'shop', id })).entry?.answer,
    /** As when the brain ends, and its files are not as it left them. */
    async damage(how: (raw: Dexie) => Promise<unknown>) {
      const { membership } = await live.store.readTeam();
      live.store.close();
      const raw = new Dexie(name);
      await raw.open();
      await how(raw);
      raw.close();
      live = await start();
      return membership;
    },
    done: () => live.brain['team.leave'](null),
  };
}

const ruin = async (raw: Dexie, table: string, key: unknown, change: (row: never) => unknown) =>
  raw.table(table).put(change((await raw.table(table).get(key as never)) as never));

const ruins: readonly [string, (raw: Dexie) => Promise<unknown>][] = [
  [
    'an entry without its answer',
    (raw) =>
      ruin(raw, 'chunks', ['shop', 1], (chunk: { entries: { answer?: string }[] }) => {
        delete chunk.entries[7]?.answer;
        return chunk;
      }),
  ],
  [
    'a chunk in ruins',
    (raw) => raw.table('chunks').put({ base: 'shop', at: 1, entries: '\u0000' }),
  ],
  ['its own row in ruins', (raw) => raw.table('bases').put({ id: 'shop', name: 7 })],
  [
    'nothing known of how far it came',
    (raw) => raw.table('team').put({ key: 'base/shop', value: '\u0000' }),
  ],
];

describe('a team’s copy with', () => {
  it.each(ruins)('%s is made anew by itself, and drafts stay', async (_, how) => {
    const at = await machine();
    await at.damage(how);
    await soon(async () => {
      const { bases } = await at.brain['studio.bases'](null);
      const [shop, ...others] = bases.filter(({ base }) => !base.smallTalk);
      expect([shop?.base.name, shop?.entries, others.length]).toEqual(['Shop', 220, 0]);
      expect(at.storage.report()).toEqual({ state: 'kept', unreadable: 0 });
      expect((await at.brain['team.status'](null)).state).toBe('synced');
    });
    expect(await at.answer('e207')).toBe('Answer 207.');
    expect(await at.answer('e7')).toBe('A draft.');
    const published = await at.brain['team.publish']({ base: 'shop', why: '', overwrite: false });
    expect(published).toEqual({ outcome: 'published' });
    await at.done();
  });

  it('lost answers that were repaired away without the hub gets them once it is there', async () => {
    const at = await machine();
    at.cut(true);
    await at.damage((raw) => raw.table('chunks').put({ base: 'shop', at: 1, entries: null }));
    expect(await at.answer('e207')).toBeUndefined();
    expect(at.storage.report().state).toBe('damaged');
    await at.brain['storage.repair'](null);
    expect(at.storage.report().state).toBe('kept');
    at.cut(false);
    await soon(async () => expect(await at.answer('e207')).toBe('Answer 207.'));
    expect(await at.answer('e7')).toBe('A draft.');
    await at.done();
  });

  it('a draft in ruins keeps the others', async () => {
    const at = await machine();
    await at.damage((raw) => raw.table('team').put({ key: 'draft/shop/e7', value: null }));
    expect(await at.answer('e8')).toBe('Another draft.');
    const { changes } = await at.brain['team.changes']({ base: 'shop' });
    expect(changes.map(({ id }) => id)).toEqual(['e8']);
    await at.done();
  });
});
