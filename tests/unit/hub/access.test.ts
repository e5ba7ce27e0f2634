import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../hub/http/serve-routes';
import { hashOf } from '../../../hub/services/secrets';
import { diffReplySchema, revisionsReplySchema } from '../../../lib/protocol/hub-history';
import { peopleReplySchema } from '../../../lib/protocol/hub-people';
import { roles } from '../../../lib/protocol/hub-sync';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

/**
 * Who must get through at each route, written down apart from the routes: the least role, `device`
 * for any good token, `operator` for none of these, `open` for anybody. Through means neither 401 nor 403 nor "no such base".
 */
const rows: { readonly [route: string]: 'open' | 'operator' | 'device' | (typeof roles)[number] } =
  {
    'GET /health': 'open',
    'GET /metrics': 'operator',
    'POST /v1/join': 'open',
    'GET /join': 'open',
    'POST /v1/device-links': 'device',
    'POST /v1/device-links/owner': 'open',
    'POST /v1/device-links/join': 'open',
    'GET /v1/offer': 'open',
    'GET /sso/start': 'open',
    'GET /sso/callback': 'open',
    'POST /v1/sign-in': 'open',
    'POST /v1/invites': 'supervisor',
    'GET /v1/people': 'device',
    'POST /v1/people/:person/role': 'supervisor',
    'POST /v1/people/:person/remove': 'supervisor',
    'GET /v1/invites': 'supervisor',
    'POST /v1/team/rename': 'admin',
    'POST /v1/invites/:invite/take-back': 'supervisor',
    'GET /v1/audit': 'supervisor',
    'POST /v1/devices/:device/revoke': 'supervisor',
    'POST /v1/leave': 'device',
    'POST /v1/bases': 'supervisor',
    'POST /v1/bases/:kb/publish': 'supervisor',
    'POST /v1/bases/:kb/move': 'supervisor',
    'POST /v1/bases/:kb/rollback': 'supervisor',
    'GET /v1/bases/:kb/revisions': 'author',
    'GET /v1/bases/:kb/diff/:range': 'author',
    'GET /v1/bases/:kb/panels': 'author',
    'GET /v1/bases/:kb/review': 'author',
    'POST /v1/bases/:kb/approvals': 'admin',
    'POST /v1/bases/:kb/proposals': 'author',
    'GET /v1/bases/:kb/proposals/:proposal': 'author',
    'POST /v1/bases/:kb/proposals/:proposal/approve': 'supervisor',
    'POST /v1/bases/:kb/proposals/:proposal/refuse': 'supervisor',
    'POST /v1/bases/:kb/proposals/:proposal/withdraw': 'author',
    'GET /v1/sharing': 'device',
    'POST /v1/sharing/set': 'supervisor',
    'POST /v1/gaps': 'device',
    'POST /v1/gaps/take-back': 'device',
    'GET /v1/gaps/open': 'supervisor',
    'POST /v1/gaps/close': 'supervisor',
    'GET /v1/learned/sharing': 'device',
    'POST /v1/learned/sharing/set': 'supervisor',
    'POST /v1/learned': 'device',
    'POST /v1/learned/take-back': 'device',
    'GET /v1/learned/refused': 'device',
    'GET /v1/bases/:kb/learned': 'supervisor',
    'POST /v1/bases/:kb/learned/decide': 'supervisor',
    'GET /v1/figures': 'supervisor',
    'GET /v1/recipes': 'device',
    'POST /v1/recipes': 'supervisor',
    'POST /v1/recipes/:recipe/take-back': 'supervisor',
    'GET /v1/sync': 'device',
    'GET /v1/stream': 'device',
    'POST /v1/events': 'device',
    'POST /v1/seen': 'device',
    'GET /v1/k/:readKey/head': 'open',
    'GET /v1/k/:readKey/:epoch/d/:range': 'open',
    'GET /v1/k/:readKey/:epoch/s/:sha256': 'open',
  };

/** The status for who does not get through. */
function expectedFor(who: string, needed: string, namesBase: boolean): 'through' | number {
  const [where, role] = who.split(' ');
  if (needed === 'open') return 'through';
  // Whoever runs the hub has a token of another kind: see metrics.test.ts.
  if (role === undefined || needed === 'operator') return 401;
  if (needed === 'device') return 'through';
  // A role in one base is none in another, nor in the whole organisation.
  if (where === 'aside' || (where === 'within' && !namesBase)) return 404;
  if (roles.indexOf(role as 'agent') < roles.indexOf(needed as 'agent')) return 403;
  // Their own organisation has no such base, and they learn no more than that.
  return where === 'elsewhere' && namesBase ? 404 : 'through';
}

const nameOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`;

let test: TestHub;
/** By name the token of each role here and in another organisation, and tokens that are not good. */
const tokens = new Map<string, string | undefined>();
let readKey = '';
let epoch = '';

beforeAll(async () => {
  test = await makeTestHub();
  const admin = await test.found();
  const other = await test.found();
  for (const role of roles) {
    tokens.set(`here ${role}`, role === 'admin' ? admin : await test.invited(admin, role));
    tokens.set(`elsewhere ${role}`, role === 'admin' ? other : await test.invited(other, role));
    // In this organisation, but for this base only, or for another.
    tokens.set(`within ${role}`, await test.invited(admin, role, 'shop'));
    tokens.set(`aside ${role}`, await test.invited(admin, role, 'another'));
  }
  tokens.set('absent', undefined);
  tokens.set('forged', 'f'.repeat(64));
  tokens.set('malformed', 'x');
  tokens.set('doubled', `${admin} ${admin}`);
  tokens.set('shouted', admin.toUpperCase());
  const roleless = await test.invited(admin, 'admin');
  tokens.set('roleless', roleless);
  await test.hub.database.run(
    `delete from membership using device
     where device.person = membership.person and device.token_hash = $1`,
    [hashOf(roleless)],
  );
  const lost = await test.invited(admin, 'admin');
  tokens.set('revoked', lost);
  await test.ask('POST', '/v1/bases', admin, { kb: 'shop' });
  await test.ask('POST', '/v1/bases', admin, { kb: 'another' });
  await publish(admin, 'shop', 'e1');
  const people = await test.ask('GET', '/v1/people', admin);
  const all = people.json<{ people: { devices: { id: string }[] }[] }>().people;
  const device = all.at(-1)?.devices[0]?.id;
  expect((await test.ask('POST', `/v1/devices/${device}/revoke`, admin)).status).toBe(200);
  const sync = await test.ask('GET', '/v1/sync', admin);
  const [, shop] = sync.json<{ bases: { readKey: string; head: { epoch: string } }[] }>().bases;
  readKey = shop?.readKey ?? '';
  epoch = shop?.head.epoch ?? '';
});
afterAll(() => test?.close());

const publish = (token: string, kb: string, id: string) =>
  test.ask('POST', `/v1/bases/${kb}/publish`, token, {
    why: '',
    changes: [{ op: put(id), basedOn: 0 }],
  });

describe('every route of the hub', () => {
  it('has a row that says who gets through, and no row is without a route', () => {
    expect(routes.map(nameOf).toSorted()).toEqual(Object.keys(rows).toSorted());
    const served = test.server.printRoutes({ commonPrefix: false });
    expect(served.match(/\b(GET|POST)\b/g)?.length).toBe(routes.length);
  });

  // What a stream says has no end, and who has left has no token for the next route: see below.
  const others = routes.filter(({ url }) => url !== '/v1/stream' && url !== '/v1/leave');
  it.each(others.map((route) => [nameOf(route), route]))(
    '%s lets through who may, and nobody else',
    async (name, { method, url }) => {
      const needed = rows[name as string] ?? expect.fail('There is no row');
      const address = url
        .replace(':kb', 'shop')
        .replace(':device', 'none')
        .replace(':proposal', 'none')
        .replace(':person', 'none')
        .replace(':invite', 'none')
        .replace(':recipe', 'none')
        .replace(':range', '0-1')
        .replace(':readKey', readKey)
        .replace(':epoch', epoch)
        .replace(':sha256', '0'.repeat(64));
      const wrong: string[] = [];
      for (const [who, token] of tokens) {
        const body = method === 'POST' ? {} : undefined;
        const { status, text } = await test.ask(method, address, token, body);
        const expected = expectedFor(who, needed, url.includes(':kb'));
        const fine =
          expected === 'through'
            ? status !== 401 && status !== 403 && !text.includes('There is no such base')
            : // Whether a body was understood may be said before the base is looked for.
              status === expected || (expected === 404 && needed !== 'open' && status === 400);
        if (!fine) wrong.push(`${who}: ${status} instead of ${expected}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is left by whoever holds a good token, with that device, and by nobody else', async () => {
    const leave = (token?: string) => test.ask('POST', '/v1/leave', token, {});
    for (const [who, token] of tokens) {
      if (!who.includes(' ')) expect((await leave(token)).status, who).toBe(401);
    }
    const admin = tokens.get('here admin') ?? '';
    for (const kb of ['*', 'shop', 'another']) {
      for (const role of roles) {
        const token = await test.invited(admin, role, kb);
        expect((await leave(token)).status, `${role} of ${kb}`).toBe(200);
        expect((await leave(token)).status, `${role} of ${kb}`).toBe(401);
      }
    }
    expect((await leave(tokens.get('elsewhere admin'))).status).toBe(409);
    for (const [who, token] of tokens) {
      if (!who.includes(' ')) continue;
      expect((await test.ask('GET', '/v1/sync', token)).status, who).toBe(200);
    }
  });

  it('with a stream lets nobody in whose token is not good', async () => {
    for (const who of [...tokens.keys()].filter((name) => !name.includes(' '))) {
      expect((await test.ask('GET', '/v1/stream', tokens.get(who))).status).toBe(401);
    }
  });
});

describe('an organisation', () => {
  it('never touches another one’s base of the same name', async () => {
    const stranger = tokens.get('elsewhere admin') ?? '';
    expect((await publish(stranger, 'shop', 'theirs')).status).toBe(404);
    await test.ask('POST', '/v1/bases', stranger, { kb: 'shop' });
    expect((await publish(stranger, 'shop', 'theirs')).status).toBe(200);
    const mine = await test.ask('GET', '/v1/bases/shop/diff/0-1', tokens.get('here admin'));
    expect(mine.text).toContain('Answer of e1.');
    expect(mine.text).not.toContain('theirs');
  });
});

describe('an invite', () => {
  const make = (token: string | undefined, role: string) =>
    test.ask('POST', '/v1/invites', token, { role, kb: '*' });
  const use = (invite: string) =>
    test.ask('POST', '/v1/join', undefined, { invite, name: 'Bo', eventsFrom: 0 });

  it('is good once', async () => {
    const { invite } = (await make(tokens.get('here admin'), 'agent')).json<{ invite: string }>();
    const replies = await Promise.all([use(invite), use(invite), use(invite)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
  });

  it('expires', async () => {
    const { invite } = (await make(tokens.get('here admin'), 'agent')).json<{ invite: string }>();
    await test.hub.database.run('update invite set expires_at = $1 where used_at is null', [1]);
    expect((await use(invite)).status).toBe(410);
  });

  it('gives nobody a role above that of who made it', async () => {
    expect((await make(tokens.get('here supervisor'), 'admin')).status).toBe(403);
    expect((await make(tokens.get('here supervisor'), 'author')).status).toBe(200);
  });

  it('leaves no secret in the database', async () => {
    const { invite } = (await make(tokens.get('here admin'), 'agent')).json<{ invite: string }>();
    const { token } = (await use(invite)).json<{ token: string }>();
    const tables = ['invite', 'device', 'person', 'audit'];
    const all = await Promise.all(
      tables.map((table) => test.hub.database.rows(v.unknown(), `select * from ${table}`)),
    );
    const kept = JSON.stringify(all, (_, value) => (typeof value === 'bigint' ? 0 : value));
    expect(kept).toContain(hashOf(token));
    expect(kept).not.toContain(invite);
    expect(kept).not.toContain(token);
  });
});

describe('the history of a base', () => {
  it('says who changed what and why, and goes back by a new revision', async () => {
    const token = await test.found();
    const send = (url: string, body: unknown) => test.ask('POST', `/v1/bases${url}`, token, body);
    await send('', { kb: 'told' });
    const change = (answer: string, basedOn: number) =>
      send('/told/publish', { why: answer, changes: [{ op: put('e1', answer), basedOn }] });
    await change('One.', 0);
    await change('Two.', 1);
    expect((await send('/told/rollback', { to: 1, why: 'Too soon' })).status).toBe(200);
    const told = await test.ask('GET', '/v1/bases/told/revisions', token);
    const { revisions } = v.parse(revisionsReplySchema, told.json());
    expect(
      revisions.map(({ version, by, why, rollbackTo }) => [version, by, why, rollbackTo]),
    ).toEqual([
      [3, 'Ana', 'Too soon', 1],
      [2, 'Ana', 'Two.', null],
      [1, 'Ana', 'One.', null],
    ]);
    const diff = await test.ask('GET', '/v1/bases/told/diff/1-2', token);
    const { changes } = v.parse(diffReplySchema, diff.json());
    expect(changes).toEqual([
      { subject: 'e1', before: put('e1', 'One.'), after: put('e1', 'Two.') },
    ]);
    const same = await test.ask('GET', '/v1/bases/told/diff/0-3', token);
    expect(v.parse(diffReplySchema, same.json()).changes[0]?.after).toEqual(put('e1', 'One.'));
    const people = await test.ask('GET', '/v1/people', token);
    expect(v.parse(peopleReplySchema, people.json()).people.map(({ name }) => name)).toEqual([
      'Ana',
    ]);
  });
});
