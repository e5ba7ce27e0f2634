import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compact } from '../../../hub/services/compact';
import { diffReplySchema, revisionsReplySchema } from '../../../lib/protocol/hub-history';
import type { Op } from '../../../lib/protocol/hub-ops';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let test: TestHub;
let token: string;
beforeAll(async () => {
  test = await makeTestHub();
  token = await test.found();
});
afterAll(() => test?.close());

const send = (url: string, body: unknown) => test.ask('POST', `/v1/bases${url}`, token, body);
/** A base of its own for each test; publishing says as what it is written over. */
async function base(kb: string) {
  await send('', { kb });
  let version = 0;
  return {
    async publish(ops: readonly Op[], why = '') {
      const changes = ops.map((op) => ({ op, basedOn: version }));
      const reply = await send(`/${kb}/publish`, { why, changes });
      version = reply.json<{ head: { version: number } }>().head.version;
      return version;
    },
    rollBack: (to: number, from?: number) =>
      send(`/${kb}/rollback`, { to, why: 'Too soon', ...(from === undefined ? {} : { from }) }),
    async revisions(before?: number) {
      const query = before === undefined ? '' : `?before=${before}`;
      const reply = await test.ask('GET', `/v1/bases/${kb}/revisions${query}`, token);
      return v.parse(revisionsReplySchema, reply.json());
    },
    async diff(range: string, offset = 0) {
      const reply = await test.ask('GET', `/v1/bases/${kb}/diff/${range}?offset=${offset}`, token);
      return v.parse(diffReplySchema, reply.json());
    },
  };
}
const del = (id: string): Op => ({ op: 'del', id });

describe('the history of a base', () => {
  it('counts what each revision added, changed and removed', async () => {
    const { publish, revisions } = await base('counted');
    await publish([put('e1'), put('e2')]);
    await publish([put('e1', 'Other.'), put('e3'), del('e2')]);
    await publish([put('e2')]);
    const told = await revisions();
    expect(told.revisions.map(({ number, version, counts }) => [number, version, counts])).toEqual([
      [3, 6, { added: 1, changed: 0, removed: 0 }],
      [2, 5, { added: 1, changed: 1, removed: 1 }],
      [1, 2, { added: 2, changed: 0, removed: 0 }],
    ]);
  });

  it('comes in parts, each following the one before', async () => {
    const { publish, revisions } = await base('long');
    for (let at = 1; at <= 60; at++) await publish([put('e1', `Answer ${at}.`)]);
    const newest = await revisions();
    expect(newest.revisions.length).toBe(50);
    expect(newest.more).toBe(10);
    const older = await revisions(newest.revisions.at(-1)?.version);
    expect(older.revisions.map(({ number }) => number)).toEqual(
      Array.from({ length: 10 }, (_, at) => 10 - at),
    );
    expect(older.more).toBe(0);
  });

  it('says how many panels show which version', async () => {
    const { publish, revisions } = await base('seen');
    const first = await publish([put('e1')]);
    const second = await publish([put('e2')]);
    const agents = [await test.invited(token, 'agent'), await test.invited(token, 'agent')];
    const see = (agent: string | undefined, version: number) =>
      test.ask('POST', '/v1/seen', agent, { seen: { seen: version } });
    for (const agent of agents) await see(agent, first);
    await see(agents[0], second);
    expect((await revisions()).panels).toEqual([
      { version: first, panels: 1 },
      { version: second, panels: 1 },
    ]);
  });

  it('tells what differs in the end, not what came and went in between', async () => {
    const { publish, diff } = await base('net');
    const from = await publish([put('e1'), put('e2')]);
    await publish([put('e1', 'Other.'), put('e3')]);
    const to = await publish([put('e1'), del('e3'), del('e2')]);
    const { changes, counts, more } = await diff(`${from}-${to}`);
    expect(changes.map(({ subject, after }) => [subject, after.op])).toEqual([['e2', 'del']]);
    expect(counts).toEqual({ added: 0, changed: 0, removed: 1 });
    expect(more).toBe(0);
  });

  it('tells of very many changes in parts', async () => {
    const { publish, diff } = await base('many');
    const to = await publish(Array.from({ length: 70 }, (_, at) => put(`e${at}`)));
    const first = await diff(`0-${to}`);
    expect([first.changes.length, first.more, first.counts.added]).toEqual([30, 40, 70]);
    const last = await diff(`0-${to}`, 60);
    expect([last.changes.length, last.more]).toEqual([10, 0]);
    expect(last.changes[0]?.subject).toBe('e60');
  });
});

describe('going back', () => {
  it('over a revision that nobody looked at is refused', async () => {
    const { publish, rollBack } = await base('moved');
    const first = await publish([put('e1')]);
    const second = await publish([put('e1', 'Other.')]);
    await publish([put('e2')]);
    expect((await rollBack(first, second)).status).toBe(409);
  });

  it('is taken back by going back again', async () => {
    const { publish, rollBack, diff } = await base('again');
    const first = await publish([put('e1')]);
    const second = await publish([put('e1', 'Other.'), put('e2')]);
    expect((await rollBack(first, second)).status).toBe(200);
    expect((await rollBack(second, second + 2)).status).toBe(200);
    expect((await diff(`${second}-${second + 4}`)).changes).toEqual([]);
  });

  it('keeps answers whose last change is older than all that is kept in full', async () => {
    const { publish, rollBack, diff, revisions } = await base('old');
    await publish([put('kept', 'As it was.'), ...puts('other', 260)]);
    await compact(test.hub, await organisation(), 'old', { days: 0, pages: 0 });
    const at = await publish([put('kept', 'As it is.')]);
    const head = await publish([put('kept', 'As it will be.')]);
    const [, , oldest] = (await revisions()).revisions;
    expect(oldest?.counts).toBeNull();
    // Within what is kept, but before the first change of this answer that is.
    expect((await rollBack(at - 1)).status).toBe(200);
    const { changes } = await diff(`${head}-${head + 1}`);
    expect(changes.map(({ after }) => after)).toEqual([put('kept', 'As it was.')]);
  });
});

const puts = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => put(`${name}${at}`));

async function organisation(): Promise<string> {
  const [row] = await test.hub.database.rows(
    v.object({ organisation: v.string() }),
    "select organisation from kb where id = 'old'",
  );
  return row?.organisation ?? expect.fail('There is no such base');
}
