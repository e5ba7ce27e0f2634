import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropEvents, sumEvents } from '../../../hub/services/event-sums';
import { big, type Database } from '../../../hub/store/sql';
import { type FigureSpan, figuresReplySchema } from '../../../lib/protocol/hub-figures';
import { startEngines } from '../../support/hub/engines';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 22, 12);
const today = Math.floor(start / day);

const { engines, stop } = await startEngines();
afterAll(stop);

describe.each(engines)('the figures of a team, on %s,', (_, open) => {
  let test: TestHub;
  let database: Database;
  let now = start;
  let admin = '';
  let agent = '';
  let other = '';
  beforeAll(async () => {
    database = await open();
    test = await makeTestHub(database, { now: () => now });
    admin = await test.found();
    other = await test.found();
    agent = await test.invited(admin, 'agent');
    for (const token of [admin, other]) {
      await test.ask('POST', '/v1/bases', token, { kb: 'shop' });
      const changes = ['hours', 'fees'].map((id) => ({ op: put(id), basedOn: 0 }));
      await test.ask('POST', '/v1/bases/shop/publish', token, { why: '', changes });
    }
  }, 60_000);
  afterAll(() => test?.close());

  const marks = new Map<string, number>();
  async function send(token: string, events: readonly (readonly [string, number])[]) {
    const from = marks.get(token) ?? 0;
    const numbered = events.map(([kind, daysAgo], at) => ({
      seq: from + at + 1,
      at: start - daysAgo * day,
      kind,
      entries: kind.startsWith('gap')
        ? []
        : [{ base: 'shop', id: at % 2 === 0 ? 'hours' : 'fees' }],
      consoleId: `desk-${at % 3}`,
    }));
    const upTo = from + events.length;
    const reply = await test.ask('POST', '/v1/events', token, { from, upTo, events: numbered });
    expect(reply.status).toBe(200);
    marks.set(token, upTo);
    await sumEvents(test.hub);
  }
  const told = async (token: string, span: FigureSpan) =>
    v.parse(figuresReplySchema, (await test.ask('GET', `/v1/figures?days=${span}`, token)).json());

  it('say that nothing was counted yet', async () => {
    expect(await told(admin, 7)).toEqual({ today, since: null, days: [] });
  });

  it('are picks, edits, rejections and gaps by day, whatever the answer and the console', async () => {
    await send(agent, [
      ...Array.from({ length: 5 }, () => ['inserted', 0] as const),
      ['edited', 0],
      ['edited', 6],
      ['shown', 6],
      ['rejected', 6],
      ['rejection-undone', 6],
      ['insert-undone', 6],
      ['gap', 7],
      ['gap', 0],
      ['gap', 0],
      ['gap-undone', 0],
      // Taken back on a day without any, as past midnight.
      ['gap-undone', 5],
      ['inserted', 364],
      ['inserted', 365],
      // A clock that goes wrong.
      ['inserted', -1],
    ]);
    await send(admin, [['inserted', 0]]);
    const newest = { day: today, picks: 7, edits: 1, rejections: 0, gaps: 1 };
    const older = { day: today - 6, picks: 1, edits: 1, rejections: 1, gaps: 0 };
    const gap = { day: today - 7, picks: 0, edits: 0, rejections: 0, gaps: 1 };
    const oldest = { day: today - 364, picks: 1, edits: 0, rejections: 0, gaps: 0 };
    const since = today - 365;
    expect(await told(admin, 7)).toEqual({ today, since, days: [newest, older] });
    for (const span of [30, 90] as const) {
      expect(await told(admin, span)).toEqual({ today, since, days: [newest, older, gap] });
    }
    expect((await told(admin, 365)).days).toEqual([newest, older, gap, oldest]);
  });

  it('are of one’s own organisation alone', async () => {
    expect(await told(other, 365)).toEqual({ today, since: null, days: [] });
    await send(other, [['rejected', 0]]);
    expect((await told(other, 365)).days).toEqual([
      { day: today, picks: 0, edits: 0, rejections: 1, gaps: 0 },
    ]);
    expect((await told(admin, 7)).days[0]?.rejections).toBe(0);
  });

  it('stay when the events themselves are dropped', async () => {
    const before = await told(admin, 365);
    now = start + 100 * day;
    await dropEvents(test.hub, 90);
    const [left] = await database.rows(
      v.object({ count: big }),
      'select count(*) as count from event',
    );
    expect(left?.count).toBe(0);
    const after = await told(admin, 365);
    // A day that had not come yet has come by now.
    expect(after.days.slice(1)).toEqual(before.days.slice(0, 3));
    expect(after.days[0]).toMatchObject({ day: today + 1, picks: 1 });
    now = start;
  });

  it('are told over no other time than those that can be chosen', async () => {
    for (const days of ['', '8', '36500', '7; drop table event_sum']) {
      const address = `/v1/figures?days=${encodeURIComponent(days)}`;
      expect((await test.ask('GET', address, admin)).status).toBe(400);
    }
  });
});
