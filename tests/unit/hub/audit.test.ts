import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudit } from '../../../hub/services/read-audit';
import { runDue } from '../../../hub/services/schedule';
import { migrate } from '../../../hub/store/migrate';
import { auditReplySchema } from '../../../lib/protocol/hub-people';
import { startEngines } from '../../support/hub/engines';
import { openMemoryDatabase } from '../../support/hub/open-memory-database';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const { engines, stop } = await startEngines();
afterAll(stop);

const auditOf = async (test: TestHub, token: string, offset = 0) =>
  v.parse(auditReplySchema, (await test.ask('GET', `/v1/audit?offset=${offset}`, token)).json());
const publications = async (test: TestHub, token: string) =>
  (await auditOf(test, token)).deeds
    .filter(({ deed }) => ['published', 'stood already', 'rolled back'].includes(deed))
    .map(({ deed, by, about, revision, approvedBy }) => ({
      deed,
      by,
      about,
      revision,
      approvedBy,
    }));

describe.each(engines)('what a review published stands in the audit log, on %s,', (_, open) => {
  let test: TestHub;
  let now = Date.UTC(2026, 10, 23, 9);
  let admin = '';
  let author = '';
  let supervisor = '';
  beforeAll(async () => {
    test = await makeTestHub(await open(), { now: () => now });
    admin = await test.found();
    author = await joined('Bo', 'author');
    supervisor = await joined('Cy', 'supervisor');
    await send(admin, '', { kb: 'shop' });
    await send(admin, '/shop/publish', { why: '', changes: [{ op: put('hours'), basedOn: 0 }] });
  }, 60_000);
  afterAll(() => test?.close());

  const send = (token: string, path: string, body: unknown) =>
    test.ask('POST', `/v1/bases${path}`, token, body);
  async function joined(name: string, role: string) {
    const made = await test.ask('POST', '/v1/invites', admin, { role, kb: '*' });
    const { invite } = made.json<{ invite: string }>();
    const reply = await test.ask('POST', '/v1/join', undefined, { invite, name, eventsFrom: 0 });
    return reply.json<{ token: string }>().token;
  }
  const handIn = async (token: string, answer: string, basedOn: number, more: object = {}) =>
    (
      await send(token, '/shop/proposals', {
        why: 'Sunday',
        changes: [{ op: put('hours', answer), basedOn }],
        publishAt: null,
        expireAt: null,
        ...more,
      })
    ).json<{ id: string }>().id;
  const approve = (id: string) =>
    send(supervisor, `/shop/proposals/${id}/approve`, { seen: 0, overwrite: false });

  it('once: who asked, who approved, which revision', async () => {
    expect((await approve(await handIn(author, 'At ten.', 1))).json()).toEqual({
      outcome: 'published',
    });
    expect(await publications(test, admin)).toEqual([
      { deed: 'published', by: 'Bo', about: 'shop', revision: 2, approvedBy: ['Cy'] },
      { deed: 'published', by: 'Ana', about: 'shop', revision: 1, approvedBy: [] },
    ]);
    const { deeds, more } = await auditOf(test, admin);
    expect(more).toBe(0);
    expect((await auditOf(test, admin, deeds.length - 1)).deeds).toEqual(deeds.slice(-1));
  });

  it('as no publication where all of it stood there already', async () => {
    now += 1_000;
    expect((await approve(await handIn(author, 'At ten.', 2))).json()).toEqual({
      outcome: 'published',
    });
    const [newest, ...rest] = await publications(test, admin);
    expect(newest).toMatchObject({ deed: 'stood already', by: 'Bo', revision: null });
    expect(rest).toHaveLength(2);
  });

  it('once also where the clock published it, without anybody’s approval', async () => {
    now += 1_000;
    await handIn(supervisor, 'At eleven.', 2, { publishAt: now + 1_000 });
    now += 1_000;
    await runDue(test.hub);
    expect((await publications(test, admin))[0]).toEqual({
      deed: 'published',
      by: 'Cy',
      about: 'shop',
      revision: 3,
      approvedBy: [],
    });
  });
});

it('an audit log that an older hub wrote twice into tells each publication once', async () => {
  const database = await openMemoryDatabase();
  await migrate(database, [1, 3, 5, 6, 10, 15]);
  const at = Date.UTC(2026, 10, 1);
  await database.script(`
    insert into organisation (id, name) values ('o', 'Shop');
    insert into person (id, organisation, name, created_at)
      values ('bo', 'o', 'Bo', 0), ('cy', 'o', 'Cy', 0);
    insert into kb (organisation, id, read_key, epoch, version, chain, floor, floor_chain)
      values ('o', 'shop', 'k', 'e', 2, 'c', 0, 'c');
    insert into revision (organisation, kb, version, from_version, at, person, why)
      values ('o', 'shop', 1, 0, ${at - 9}, 'cy', ''), ('o', 'shop', 2, 1, ${at}, 'bo', '');
    insert into proposal (id, organisation, kb, person, at, why, changes, least, state, closed_at,
      version) values ('p1', 'o', 'shop', 'bo', ${at - 5}, '', '[]', 1, 'published', ${at - 3}, 2),
        ('p2', 'o', 'shop', 'bo', ${at + 5}, '', '[]', 1, 'published', ${at + 9}, 2);
    insert into approval (proposal, person, at) values ('p1', 'cy', ${at}), ('p2', 'cy', ${at + 9});
    insert into audit (id, organisation, at, person, deed, about)
      values ('a1', 'o', ${at - 5}, 'bo', 'handed in', 'p1 for shop'),
        ('a2', 'o', ${at}, 'cy', 'approved', 'p1 for shop'),
        ('a3', 'o', ${at}, 'bo', 'published', 'p1 for shop'),
        ('a4', 'o', ${at + 9}, 'bo', 'published', 'p2 for shop');`);
  const test = await makeTestHub(database);
  const reader = { organisation: 'o', person: 'cy', device: 'd', roles: [] };
  const { deeds, more } = await readAudit(test.hub, reader, 0);
  expect(more).toBe(0);
  expect(
    deeds.map(({ id, deed, by, revision, approvedBy }) => [id, deed, by, revision, approvedBy]),
  ).toEqual([
    // Published nothing, and so has no revision that could tell it.
    ['a4', 'published', 'Bo', null, []],
    ['shop/2', 'published', 'Bo', 2, ['Cy']],
    ['a2', 'approved', 'Cy', null, []],
    ['a1', 'handed in', 'Bo', null, []],
    ['shop/1', 'published', 'Cy', 1, []],
  ]);
  await test.close();
});
