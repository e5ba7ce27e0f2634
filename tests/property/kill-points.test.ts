import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type BrainClient, makeBrainClient } from '../../lib/bus/brain-client';
import type { Entry } from '../../lib/domain/entry';
import type { Params } from '../../lib/protocol/brain-calls';
import { openDexieStore } from '../../lib/store/dexie-store';
import { Life, startBrain, watchDatabases } from '../support/mortal-brain';
import { seeded } from '../support/seeded';

const wanted = process.env.CUECARD_LONG ? 500 : 50;
const never = Number.POSITIVE_INFINITY;

beforeAll(() => {
  watchDatabases();
  // Dexie tells of transactions that end with their process.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const fileOf = (id: string, count: number, answer: string) =>
  JSON.stringify({
    format: 'cuecard/1',
    base: { id, name: id, language: 'en' },
    entries: Array.from({ length: count }, (_, at) => ({
      id: `e${at}`,
      title: `Title ${at}`,
      phrasings: [`question ${at}`],
      answer,
    })),
  });
const readSample = async (sample: string) => fileOf(sample, 1, 'Hello.');

const pick = (eventId: string): Params<'event.record'> => ({
  event: { kind: 'inserted', cueText: 'a', entry: { base: 'shop', id: 'e0' }, place: 1 },
  eventId,
  conversationKey: 'c',
  consoleId: 'x',
});

let runs = 0;

/**
 * An agent's morning: a base is imported, picks are recorded, the base is imported anew and an
 * entry is edited; another file is imported as the Studio does it. The brain dies at the given steps of its lives, one after another.
 */
async function morning(size: number, deaths: readonly number[]) {
  const database = `killed-${runs++}`;
  const face = makeBrainClient(20_000);
  const lives: Life[] = [];
  let kills = 0;
  let slowestMs = 0;
  const live = () => {
    const startedAt = performance.now();
    const life: Life = new Life(deaths[lives.length] ?? never, () => {
      kills++;
      face.dropPort(port);
      live();
    });
    const isFirst = lives.push(life) === 1;
    const port = startBrain({ life, database, face, readSample });
    if (isFirst) return;
    const started = () => {
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    };
    // Asked in vain where the morning ends before the brain has started.
    void face.call('brain.info', null).then(started, () => {});
  };
  live();

  const told: string[] = [];
  const record = async (eventId: string) => {
    await face.call('event.record', pick(eventId));
    told.push(eventId);
  };
  const importFile = (count: number, answer: string) =>
    face.call('knowledge.import', { fileName: 'a', content: fileOf('shop', count, answer) });

  expect(await importFile(size, 'Old.')).toMatchObject({ outcome: 'imported' });
  await Promise.all([record('pick-1'), record('pick-2')]);
  const [renewed] = await Promise.all([importFile(size + 150, 'New.'), record('pick-3')]);
  expect(renewed).toMatchObject({ outcome: 'imported', base: { entries: size + 150 } });
  const { entry } = await face.call('studio.entry', { base: 'shop', id: 'e0' });
  const { links: _, updatedAt, ...draft } = entry ?? expect.fail('e0 is gone');
  const edited = { ...draft, answer: 'Edited.' };
  const saved = await face.call('studio.save', { entry: edited, basedOn: updatedAt });
  expect(saved.outcome).toBe('saved');
  const base = { id: null, newId: 'base-0123456789ab', name: 'Mine', language: 'en', holding: '' };
  await face.call('studio.save-base', base as Params<'studio.save-base'>);
  await record('pick-4');
  await importByStudio(face, size + 30);

  const { suggestions } = await face.call('entries.find', { query: 'Title 0', limit: 9 });
  const edited0 = suggestions.find(({ answer }) => answer === 'Edited.');
  expect(edited0).toMatchObject({ picks: 4 });
  const steps = lives.map((life) => life.steps);
  for (const life of lives) life.end();
  return { database, told, kills, steps, slowestMs };
}

/**
 * As a person does it: the preview is in the brain's memory only, so after a death it is asked for
 * again, and what was imported by then is seen to be the same.
 */
async function importByStudio(face: BrainClient, count: number) {
  const bytes = new TextEncoder().encode(fileOf('house', count, 'Behind the house.'));
  for (let turn = 0; turn < 5; turn++) {
    const preview = await face.call('import.preview', { fileName: 'a.json', bytes, options: {} });
    if (preview.outcome !== 'ready') expect.fail('The file is sound');
    const { previewId } = preview;
    const applied = await face.call('import.apply', { previewId, mode: 'replace' });
    if (applied.outcome === 'imported') return;
    expect(applied.outcome).toBe('forgotten');
  }
  expect.fail('Nothing was imported');
}

/** Nothing half-written, nothing lost, nothing twice: by the disk, not by what a brain says. */
async function expectWhole(database: string, size: number, told: readonly string[]) {
  const store = await openDexieStore(database);
  const entries: Entry[] = await store.readEntries('shop');
  expect(entries.map(({ id }) => id)).toEqual(
    Array.from({ length: size + 150 }, (_, at) => `e${at}`),
  );
  expect(entries.map(({ answer }) => answer)).toEqual(
    entries.map((_, at) => (at === 0 ? 'Edited.' : 'New.')),
  );
  const house = await store.readEntries('house');
  expect(house.map(({ id }) => id)).toEqual(Array.from({ length: size + 30 }, (_, at) => `e${at}`));
  expect((await store.readBases()).map(({ id }) => id)).toEqual([
    'base-0123456789ab',
    'house',
    'shop',
    'small-talk-en',
    'small-talk-zh',
  ]);
  const events = await store.readEvents(0, 100);
  expect(events.map(({ eventId }) => eventId).sort()).toEqual([...told].sort());
  store.close();
}

describe('a brain that is killed at any step', () => {
  it(
    `${wanted} times, loses no import, no edit and no pick, and doubles none`,
    async () => {
      const random = seeded(20_261_122);
      let kills = 0;
      let slowestMs = 0;
      let mostSteps = 0;
      const points = new Set<number>();
      while (kills < wanted) {
        const size = 20 + Math.floor(random() * 120);
        const { database, told, steps } = await morning(size, []);
        await expectWhole(database, size, told);
        // A few kills a round, spread over the whole of it, the second soon after the first.
        const whole = steps[0] ?? 0;
        mostSteps = Math.max(mostSteps, whole);
        for (let turn = 0; turn < 8 && kills < wanted; turn++) {
          const first = 1 + Math.floor(random() * (whole - 1));
          const second = 1 + Math.floor(random() * 40);
          const run = await morning(size, turn % 2 === 0 ? [first] : [first, second]);
          await expectWhole(run.database, size, run.told);
          kills += run.kills;
          points.add(first);
          slowestMs = Math.max(slowestMs, run.slowestMs);
        }
      }
      console.log(
        `${kills} kills at ${points.size} of ${mostSteps} points; slowest restart ${slowestMs.toFixed()} ms`,
      );
      expect(kills).toBeGreaterThanOrEqual(wanted);
      // There are only so many to die at.
      expect(points.size).toBeGreaterThan(Math.min(wanted / 4, mostSteps / 2));
    },
    60_000 + wanted * 3_000,
  );
});
