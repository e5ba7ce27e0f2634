import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropEvents, sumEvents } from '../../../hub/services/event-sums';
import { exportDatabase } from '../../../hub/store/export-database';
import { importDatabase } from '../../../hub/store/import-database';
import { big, type Database } from '../../../hub/store/sql';
import { startEngines } from '../../support/hub/engines';
import { openMemoryDatabase } from '../../support/hub/open-memory-database';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 22, 12);
let now = start;
const clock = () => now;

const { engines, stop } = await startEngines();
afterAll(stop);

const sumRow = v.object({
  day: big,
  kb: v.string(),
  entry: v.string(),
  kind: v.string(),
  console: v.string(),
  count: big,
});
const sumsOf = (database: Database) =>
  database.rows(
    sumRow,
    'select day, kb, entry, kind, console, count from event_sum order by day, kb, entry, kind',
  );
const eventCount = async (database: Database) =>
  (await database.rows(v.object({ count: big }), 'select count(*) as count from event'))[0]?.count;

describe.each(engines)('the sums of events, on %s,', (_, open) => {
  let test: TestHub;
  let database: Database;
  let admin = '';
  beforeAll(async () => {
    database = await open();
    test = await makeTestHub(database, { now: clock });
  }, 60_000);
  afterAll(() => test?.close());
  beforeEach(async () => {
    now = start;
    await database.run('delete from event');
    await database.run('delete from event_sum');
    await database.run('update device set summed_hw = event_hw');
    admin = await test.found();
    await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
    await test.ask('POST', '/v1/bases/shop/publish', admin, {
      why: '',
      changes: ['hours', 'fees'].map((id) => ({ op: put(id), basedOn: 0 })),
    });
  });

  const send = async (token: string, from: number, events: readonly object[]) => {
    const numbered = events.map((event, at) => ({ seq: from + at + 1, at: now, ...event }));
    const upTo = from + events.length;
    const reply = await test.ask('POST', '/v1/events', token, { from, upTo, events: numbered });
    return reply.json<{ hw: number }>().hw;
  };
  const picked = (id: string, more: object = {}) => ({
    kind: 'inserted',
    entries: [{ base: 'shop', id }],
    consoleId: 'desk',
    ...more,
  });

  it('count by day, base, entry, kind and console, each event once', async () => {
    const both = [
      { base: 'shop', id: 'hours' },
      { base: 'shop', id: 'fees' },
    ];
    await send(admin, 0, [picked('hours'), picked('hours'), picked('hours', { at: now - day })]);
    await sumEvents(test.hub);
    await send(admin, 3, [
      picked('hours'),
      picked('x', { kind: 'shown', entries: both }),
      picked('x', { kind: 'gap', entries: [], consoleId: 'mail' }),
      picked('x', { kind: 'gap-undone', entries: [], consoleId: 'mail', sentAs: 'gap-00000001' }),
    ]);
    await Promise.all([sumEvents(test.hub), sumEvents(test.hub)]);
    await sumEvents(test.hub);
    const today = Math.floor(start / day);
    expect(await sumsOf(database)).toEqual([
      { day: today - 1, kb: 'shop', entry: 'hours', kind: 'inserted', console: 'desk', count: 1 },
      { day: today, kb: '', entry: '', kind: 'gap', console: 'mail', count: 1 },
      { day: today, kb: '', entry: '', kind: 'gap-undone', console: 'mail', count: 1 },
      { day: today, kb: 'shop', entry: 'fees', kind: 'shown', console: 'desk', count: 1 },
      { day: today, kb: 'shop', entry: 'hours', kind: 'inserted', console: 'desk', count: 3 },
      { day: today, kb: 'shop', entry: 'hours', kind: 'shown', console: 'desk', count: 1 },
    ]);
  });

  it('cannot be made long by a device that makes up entries and times', async () => {
    const made = Array.from({ length: 40 }, (_, at) =>
      picked(`made-up-${at}`, { at: at % 2 === 0 ? 8e15 - at * day : -8e15 + at * day }),
    );
    await send(admin, 0, made);
    await sumEvents(test.hub);
    const sums = await sumsOf(database);
    expect(sums.map(({ entry, count }) => [entry, count])).toEqual([
      ['', 20],
      ['', 20],
    ]);
  });

  it('stay when the events are dropped, and no event that was sent before comes again', async () => {
    await send(admin, 0, [picked('hours'), picked('hours', { at: now + 400 * day })]);
    now = start + 80 * day;
    await send(admin, 2, [picked('fees')]);
    await sumEvents(test.hub);
    await dropEvents(test.hub, 90);
    expect(await eventCount(database)).toBe(3);
    now = start + 91 * day;
    await dropEvents(test.hub, 90);
    expect(await eventCount(database)).toBe(1);
    expect(await send(admin, 0, [picked('hours'), picked('hours')])).toBe(3);
    expect(await eventCount(database)).toBe(1);
    await sumEvents(test.hub);
    const sums = await sumsOf(database);
    expect(sums.map(({ entry, count }) => [entry, count])).toEqual([
      ['hours', 1],
      ['fees', 1],
      // Of a time to come: of the day after it was counted.
      ['hours', 1],
    ]);
  });

  it('come before an event is dropped, however old it is', async () => {
    await send(admin, 0, [picked('hours')]);
    now = start + 500 * day;
    await dropEvents(test.hub, 90);
    expect(await eventCount(database)).toBe(1);
  });

  it('are whole where a hub ended in the midst, and where several count at once', async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(() => test.invited(admin, 'agent')));
    for (const token of tokens) {
      await send(
        token,
        0,
        Array.from({ length: 900 }, () => picked('hours')),
      );
    }
    let left = 3;
    const ending: Database = {
      ...database,
      transaction: (work) =>
        database.transaction(async (sql) => {
          const result = await work(sql);
          // The process ends before this is kept.
          if (left-- > 0) throw new Error('The hub has ended');
          return result;
        }),
    };
    const hub = { database: ending, now: clock };
    await Promise.allSettled([sumEvents(hub), sumEvents(hub), sumEvents(hub)]);
    await Promise.all([sumEvents(hub), sumEvents(test.hub), sumEvents(test.hub)]);
    const sums = await sumsOf(database);
    expect(sums.map(({ count }) => count)).toEqual([3_600]);
    now = start + 91 * day;
    await Promise.all([1, 2, 3].map(() => dropEvents(test.hub, 90)));
    expect(await eventCount(database)).toBe(0);
  });

  it('move with an export, and are not counted again where it is put', async () => {
    await send(admin, 0, [picked('hours'), picked('fees')]);
    await sumEvents(test.hub);
    const lines: string[] = [];
    await exportDatabase(database, async (line) => void lines.push(line.trimEnd()));
    const other = await openMemoryDatabase();
    await importDatabase(other, async function* () {
      yield* lines;
    });
    await sumEvents({ database: other, now: clock });
    expect(await sumsOf(other)).toEqual(await sumsOf(database));
    await other.close();
  });
});
