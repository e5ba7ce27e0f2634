import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeServer } from '../../../hub/http/server';
import type { Hub } from '../../../hub/services/hub';
import { runDue } from '../../../hub/services/schedule';
import { hashOf } from '../../../hub/services/secrets';
import { openPostgres } from '../../../hub/store/postgres-database';
import type { Database } from '../../../hub/store/sql';
import { changedEntry } from '../../../lib/brain/changed-entry';
import type { Op } from '../../../lib/protocol/hub-ops';
import { proposalDiffSchema, reviewListSchema } from '../../../lib/protocol/hub-review';
import type { Poke } from '../../../lib/protocol/hub-sync';
import { openMemoryDatabase } from '../../support/hub/open-memory-database';
import { startPostgres } from '../../support/hub/start-postgres';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const hour = 3_600_000;
const nine = Date.UTC(2026, 10, 23, 9);

let now = nine;
let database: Database;
let test: TestHub;
let admin = '';
let author = '';
let supervisor = '';
let second = '';
beforeAll(async () => {
  database = await openMemoryDatabase();
  test = await makeTestHub(database, { now: () => now });
});
afterAll(() => test?.close());

/** A new organisation with a base in which one answer stands. */
beforeEach(async () => {
  now = nine;
  admin = await test.found();
  author = await test.invited(admin, 'author');
  supervisor = await test.invited(admin, 'supervisor');
  second = await test.invited(admin, 'supervisor');
  await send(admin, '', { kb: 'shop' });
  await send(admin, '/shop/publish', { why: '', changes: [{ op: put('hours'), basedOn: 0 }] });
});

const send = (token: string, path: string, body: unknown) =>
  test.ask('POST', `/v1/bases${path}`, token, body);
const askFor = (approvals: number) => send(admin, '/shop/approvals', { approvals });
const change = (answer: string, basedOn = 1) => [{ op: put('hours', answer), basedOn }];
const handIn = (token: string, more: object = {}) =>
  send(token, '/shop/proposals', {
    why: 'Sunday',
    changes: change('At ten.'),
    publishAt: null,
    expireAt: null,
    ...more,
  });
const list = async (token: string) =>
  v.parse(reviewListSchema, (await test.ask('GET', '/v1/bases/shop/review', token)).json());
const first = async (token = supervisor) => {
  const { proposals } = await list(token);
  return proposals[0] ?? expect.fail('There is no proposal');
};
const approve = async (token: string, how: object = { seen: 0, overwrite: false }) =>
  send(token, `/shop/proposals/${(await first()).id}/approve`, how);
const personOf = async (token: string) => {
  const reply = await test.ask('GET', '/v1/people', token);
  const { people } = reply.json<{ people: { id: string; isYou: boolean }[] }>();
  return people.find(({ isYou }) => isYou) ?? expect.fail('Nobody');
};
const diff = async () => {
  const { id } = await first();
  const reply = await test.ask('GET', `/v1/bases/shop/proposals/${id}`, author);
  return v.parse(proposalDiffSchema, reply.json());
};
/** The answer as the panels have it. */
const stands = async (id = 'hours') => {
  const rows = await database.rows(
    v.object({ body: v.nullable(v.string()) }),
    `select body from subject join person on person.organisation = subject.organisation
     join device on device.person = person.id
     where subject.id = $1 and token_hash = $2`,
    [id, hashOf(admin)],
  );
  const body = rows[0]?.body;
  if (body == null) return undefined;
  const op = JSON.parse(body) as Op;
  return op.op === 'put' ? op.entry.answer : undefined;
};
const deeds = async () => {
  const rows = await database.rows(
    v.object({ deed: v.string() }),
    'select deed from audit where at = $1 or at > $1 order by at',
    [nine],
  );
  return rows.map(({ deed }) => deed);
};

describe('a change that an author hands in', () => {
  it('is published when somebody above them approves it, and by nobody else', async () => {
    expect((await handIn(author)).json()).toMatchObject({ outcome: 'waiting' });
    expect(await stands()).toBe('Answer of hours.');
    const waiting = await first();
    expect(waiting).toMatchObject({ state: 'waiting', needed: 1, why: 'Sunday', mayApprove: true });
    expect((await first(author)).mayApprove).toBe(false);
    expect((await approve(author)).status).toBe(403);
    expect((await approve(supervisor)).json()).toEqual({ outcome: 'published' });
    expect(await stands()).toBe('At ten.');
    expect((await first()).state).toBe('published');
    expect((await approve(second)).status).toBe(409);
    const kept = await deeds();
    for (const deed of ['handed in', 'approved']) expect(kept).toContain(deed);
  });

  it('needs two approvals of two persons where the base asks for two', async () => {
    await askFor(2);
    await handIn(author);
    expect((await approve(supervisor)).json()).toEqual({ outcome: 'waiting' });
    expect((await approve(supervisor)).json()).toEqual({ outcome: 'waiting' });
    expect((await first(second)).approvedBy).toHaveLength(1);
    expect(await stands()).toBe('Answer of hours.');
    expect((await approve(second)).json()).toEqual({ outcome: 'published' });
    expect(await stands()).toBe('At ten.');
  });

  it('is refused with a word, and never without one', async () => {
    await handIn(author);
    const { id } = await first();
    expect((await send(supervisor, `/shop/proposals/${id}/refuse`, { word: ' ' })).status).toBe(
      400,
    );
    await send(supervisor, `/shop/proposals/${id}/refuse`, { word: 'Which Sunday?' });
    expect(await first(author)).toMatchObject({ state: 'refused', word: 'Which Sunday?' });
    expect((await approve(second)).status).toBe(409);
    expect(await stands()).toBe('Answer of hours.');
    expect(await deeds()).toContain('refused');
  });

  it('is taken back by its author alone', async () => {
    await handIn(author);
    const { id } = await first();
    expect((await send(supervisor, `/shop/proposals/${id}/withdraw`, {})).status).toBe(403);
    expect((await send(author, `/shop/proposals/${id}/withdraw`, {})).status).toBe(200);
    expect((await first()).state).toBe('withdrawn');
  });
});

describe('what somebody hands in again', () => {
  it('takes the place of what they handed in of the same answer, and of nothing else', async () => {
    await handIn(author);
    await handIn(author, { changes: [{ op: put('fresh'), basedOn: 1 }] });
    await handIn(author, { changes: change('At half past nine.') });
    const { proposals } = await list(supervisor);
    expect(proposals.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'withdrawn']);
  });
});

describe('a base that asks for review', () => {
  it('lets no supervisor publish past it, nor approve their own', async () => {
    await askFor(1);
    const past = { why: '', changes: change('At once.') };
    expect((await send(supervisor, '/shop/publish', past)).status).toBe(403);
    expect((await handIn(supervisor)).json()).toMatchObject({ outcome: 'waiting' });
    expect((await approve(supervisor)).status).toBe(403);
    expect(await stands()).toBe('Answer of hours.');
    expect((await approve(second)).json()).toEqual({ outcome: 'published' });
  });

  it('is not published past by who began just before it asked', async () => {
    // As if the rule were set between the reading of the request and the lock of the base.
    const racing: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((sql) =>
          work({
            ...sql,
            async rows(schema, text, values) {
              if (text.includes('from kb') && text.includes('for update')) {
                await sql.run('update kb set approvals = 1 where organisation = $1', [
                  values?.[0] ?? '',
                ]);
              }
              return sql.rows(schema, text, values);
            },
          }),
        ),
    };
    const { server } = makeServer({ database: racing, now: () => now, log: false, limited: false });
    const reply = await server.inject({
      method: 'POST',
      url: '/v1/bases/shop/publish',
      headers: { authorization: `Bearer ${supervisor}` },
      payload: { why: '', changes: change('At once.') },
    });
    expect(reply.statusCode).toBe(403);
    expect(await stands()).toBe('Answer of hours.');
    await server.close();
  });

  it('can be set by an administrator only', async () => {
    expect((await send(supervisor, '/shop/approvals', { approvals: 0 })).status).toBe(403);
    expect((await send(admin, '/shop/approvals', { approvals: 3 })).status).toBe(400);
    expect((await askFor(1)).status).toBe(200);
    expect((await list(author)).approvals).toBe(1);
  });
});

describe('the difference between a proposal and what stands', () => {
  it('is told by entry and by field', async () => {
    const changes = [
      ...change('At ten.'),
      { op: put('fresh'), basedOn: 1 },
      { op: { op: 'del', id: 'hours-old' }, basedOn: 1 },
    ];
    await handIn(author, { changes });
    const told = await diff();
    expect(told.version).toBe(1);
    const entries = told.changes.map(changedEntry);
    expect(entries.map(({ id, kind }) => [id, kind])).toEqual([
      ['hours', 'changed'],
      ['fresh', 'added'],
      ['hours-old', 'same'],
    ]);
    expect(entries[0]?.fields).toEqual([
      { field: 'answer', before: 'Answer of hours.', after: 'At ten.' },
    ]);
    expect(told.changes[0]?.moved).toBe(false);
  });

  it('says what others changed since; nothing of theirs is written over unseen', async () => {
    await handIn(author);
    await send(admin, '/shop/publish', { why: '', changes: change('At eleven.') });
    expect((await diff()).changes[0]).toMatchObject({ moved: true });
    expect((await approve(supervisor)).json()).toEqual({
      outcome: 'conflict',
      subjects: ['hours'],
    });
    expect((await first()).approvedBy).toEqual([]);
    // Seen only what was before that change: it is still not written over.
    expect((await approve(supervisor, { seen: 1, overwrite: true })).json()).toMatchObject({
      outcome: 'conflict',
    });
    expect(await stands()).toBe('At eleven.');
    const seen = (await diff()).version;
    expect((await approve(supervisor, { seen, overwrite: true })).json()).toEqual({
      outcome: 'published',
    });
    expect(await stands()).toBe('At ten.');
  });
});

describe('a publication at a time', () => {
  it('is made when its time has come, and taken back when it is over', async () => {
    const both = { publishAt: nine + hour, expireAt: nine + 3 * hour };
    expect((await handIn(supervisor, both)).json()).toMatchObject({ outcome: 'scheduled' });
    await runDue(test.hub);
    expect(await stands()).toBe('Answer of hours.');
    now = nine + hour;
    await runDue(test.hub);
    expect(await stands()).toBe('At ten.');
    now = nine + 3 * hour - 1;
    await runDue(test.hub);
    expect(await stands()).toBe('At ten.');
    now++;
    await runDue(test.hub);
    expect(await stands()).toBe('Answer of hours.');
    expect((await first()).state).toBe('expired');
  });

  it('waits for its approvals also when its time has come', async () => {
    await handIn(author, { publishAt: nine + hour });
    now = nine + 2 * hour;
    await runDue(test.hub);
    expect(await stands()).toBe('Answer of hours.');
    expect((await approve(supervisor)).json()).toEqual({ outcome: 'published' });
    expect(await stands()).toBe('At ten.');
  });

  it('is made by a hub that was not running at the time', async () => {
    await handIn(supervisor, { publishAt: nine + hour });
    now = nine + 48 * hour;
    const { hub, server } = makeServer({ database, now: () => now, log: false });
    await runDue(hub);
    expect(await stands()).toBe('At ten.');
    await server.close();
  });

  it('is not made over what others changed meanwhile, and that is said', async () => {
    await handIn(supervisor, { publishAt: nine + hour });
    await send(admin, '/shop/publish', { why: '', changes: change('At eleven.') });
    now = nine + hour;
    await runDue(test.hub);
    expect(await stands()).toBe('At eleven.');
    expect((await first()).state).toBe('stuck');
    expect(await deeds()).toContain('could not publish');
    const { version: seen } = await diff();
    expect((await approve(second, { seen, overwrite: true })).json()).toEqual({
      outcome: 'published',
    });
    expect(await stands()).toBe('At ten.');
  });

  it('is taken back too where an answer is called as every object has something called', async () => {
    const changes = [{ op: put('constructor'), basedOn: 0 }];
    await handIn(supervisor, { changes, expireAt: nine + hour });
    expect(await stands('constructor')).toBe('Answer of constructor.');
    now = nine + hour;
    await runDue(test.hub);
    expect(await stands('constructor')).toBeUndefined();
  });

  it('is made though another one that is due cannot be', async () => {
    await handIn(supervisor, { publishAt: nine + hour });
    await handIn(second, { changes: [{ op: put('fresh'), basedOn: 1 }], publishAt: nine + hour });
    const { proposals } = await list(admin);
    const broken = proposals.find(({ changes, by }) => changes === 1 && by !== '')?.id ?? '';
    await database.run("update proposal set changes = 'no list' where id = $1", [broken]);
    now = nine + hour;
    await expect(runDue(test.hub)).rejects.toThrow();
    const made = [await stands(), await stands('fresh')];
    expect(
      made.filter((answer) => ['At ten.', 'Answer of fresh.'].includes(answer ?? '')),
    ).toHaveLength(1);
    await database.run('delete from proposal where id = $1', [broken]);
  });

  it('is not made for somebody who was taken out of the team', async () => {
    await handIn(supervisor, { publishAt: nine + hour });
    const people = (await test.ask('GET', '/v1/people', admin)).json<{
      people: { id: string; devices: unknown[]; roles: { role: string }[] }[];
    }>().people;
    for (const { id, roles } of people) {
      if (roles[0]?.role === 'supervisor')
        await test.ask('POST', `/v1/people/${id}/remove`, admin, {});
    }
    now = nine + hour;
    await runDue(test.hub);
    expect(await stands()).toBe('Answer of hours.');
    expect((await first(admin)).state).toBe('withdrawn');
  });

  it('waits for an approval once who handed it in may not publish any more', async () => {
    const { id } = await personOf(supervisor);
    const setRole = (role: string | null, kb = '*') =>
      test.ask('POST', `/v1/people/${id}/role`, admin, { kb, role });
    await setRole('supervisor', 'shop');
    await handIn(supervisor, { publishAt: nine + hour });
    await setRole('agent');
    // What they may in this base stands still.
    expect((await first(admin)).state).toBe('scheduled');
    await setRole(null, 'shop');
    expect(await first(admin)).toMatchObject({ state: 'waiting', needed: 1 });
    now = nine + hour;
    await runDue(test.hub);
    expect(await stands()).toBe('Answer of hours.');
    const path = `/shop/proposals/${(await first(admin)).id}/approve`;
    const reply = await send(second, path, { seen: 0, overwrite: false });
    expect(reply.json()).toEqual({ outcome: 'published' });
    expect(await stands()).toBe('At ten.');
  });

  it('waits for an approval where its author lost the role while handing it in', async () => {
    const { id } = await personOf(supervisor);
    const racing: Database = {
      ...database,
      async transaction(work) {
        // As if the role were changed after the token was looked at.
        await database.run("update membership set role = 'author' where person = $1", [id]);
        return database.transaction(work);
      },
    };
    const { server } = makeServer({ database: racing, now: () => now, log: false, limited: false });
    const reply = await server.inject({
      method: 'POST',
      url: '/v1/bases/shop/proposals',
      headers: { authorization: `Bearer ${supervisor}` },
      payload: { why: '', changes: change('At ten.'), publishAt: null, expireAt: null },
    });
    expect(reply.json()).toMatchObject({ outcome: 'waiting' });
    expect(await stands()).toBe('Answer of hours.');
    await server.close();
  });

  it('takes back nothing that somebody changed again before its end', async () => {
    const changes = [...change('At ten.'), { op: put('fresh'), basedOn: 1 }];
    await handIn(supervisor, { changes, expireAt: nine + hour });
    const theirs = { why: '', changes: change('At eleven.', 3) };
    expect((await send(admin, '/shop/publish', theirs)).json()).toMatchObject({
      outcome: 'published',
    });
    now = nine + hour;
    await runDue(test.hub);
    expect(await stands()).toBe('At eleven.');
    expect(await stands('fresh')).toBeUndefined();
  });
});

it('one person can leave only so much open', async () => {
  const replies = [];
  for (let at = 0; at <= 50; at++) {
    const changes = [{ op: put(`e${at}`), basedOn: 0 }];
    replies.push((await handIn(author, { changes })).status);
  }
  expect(replies.slice(0, 50).every((status) => status === 200)).toBe(true);
  expect(replies[50]).toBe(409);
});

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

describe('two hubs on one database', () => {
  const openers: [string, (() => Promise<Database>) | undefined][] = [
    ['PGlite', async () => database],
    ['PostgreSQL', postgres && (async () => openPostgres(postgres.url))],
  ];
  for (const [name, open] of openers) {
    it.skipIf(open === undefined)(`publish what is due once (${name})`, async () => {
      if (open === undefined) return;
      const shared = name === 'PGlite' ? test : await makeTestHub(await open(), { now: () => now });
      const told: number[] = [];
      const marks: Poke[] = [];
      const hubs: Hub[] = [1, 2, 3, 4].map(() => ({
        ...shared.hub,
        tell(_, poke) {
          if ('kb' in poke) told.push(poke.version);
          else marks.push(poke);
        },
      }));
      const boss = await shared.found();
      const post = (path: string, body: unknown) =>
        shared.ask('POST', `/v1/bases${path}`, boss, body);
      await post('', { kb: 'shop' });
      for (const [id, at] of [
        ['one', 1],
        ['two', 1],
        ['three', 2],
      ] as const) {
        const reply = await post('/shop/proposals', {
          why: id,
          changes: [{ op: put(id), basedOn: 0 }],
          publishAt: nine + at * hour,
          expireAt: null,
        });
        expect(reply.json()).toMatchObject({ outcome: 'scheduled' });
      }
      now = nine + 2 * hour;
      await Promise.all(hubs.map(runDue));
      expect(told.toSorted()).toEqual([1, 2, 3]);
      expect(marks.map((poke) => 'review' in poke && poke.review)).toEqual([
        'shop',
        'shop',
        'shop',
      ]);
      const kept = await shared.ask('GET', '/v1/bases/shop/revisions', boss);
      expect(kept.json<{ revisions: unknown[] }>().revisions).toHaveLength(3);
      if (name !== 'PGlite') await shared.close();
    });
  }
});
