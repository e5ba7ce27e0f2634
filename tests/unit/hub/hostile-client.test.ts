import { type AddressInfo, connect } from 'node:net';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../../hub/services/secrets';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
let admin = '';
let agent = '';
let readKey = '';
let origin = '';
beforeAll(async () => {
  hub = await makeTestHub();
  admin = await hub.found();
  agent = await hub.invited(admin, 'agent');
  await hub.ask('POST', '/v1/bases', admin, { kb: 'shop' });
  const sync = await hub.ask('GET', '/v1/sync', admin);
  readKey = sync.json<{ bases: { readKey: string }[] }>().bases[0]?.readKey ?? '';
  await hub.server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(hub.server.server.address() as AddressInfo).port}`;
});
afterAll(() => hub?.close());

const publishing = (answer: string, why = '') => ({
  why,
  changes: [{ op: put('e1', answer), basedOn: 1_000 }],
});
const publish = (body: object) => hub.ask('POST', '/v1/bases/shop/publish', admin, body);
const event = (over: object) => ({
  seq: 1,
  at: 1,
  kind: 'shown',
  entries: [],
  consoleId: 'x',
  ...over,
});
async function deviceOf(token: string): Promise<string> {
  const [row] = await hub.hub.database.rows(
    v.object({ id: v.string() }),
    'select id from device where token_hash = $1',
    [hashOf(token)],
  );
  return row?.id ?? expect.fail('There is no such device');
}

describe('a text that no database takes', () => {
  it('is refused and named as such, wherever it stands', async () => {
    const { invite } = (
      await hub.ask('POST', '/v1/invites', admin, { role: 'agent', kb: '*' })
    ).json<{ invite: string }>();
    const replies = [
      await publish(publishing('Nine.', 'a\u0000b')),
      await publish(publishing('Nine\u0000.')),
      await publish(publishing('Nine \ud83d.')),
      await hub.ask('POST', '/v1/join', undefined, { invite, name: 'A\u0000', eventsFrom: 0 }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    for (const { text } of replies) expect(text).toMatch(/character/);
  });

  it('is refused in an address, too', async () => {
    const asked = [
      ['POST', '/v1/devices/%00/revoke', admin],
      ['GET', '/v1/bases/%00/revisions', admin],
      ['GET', '/v1/k/%00/head', undefined],
      ['GET', `/v1/k/${readKey}/%00/s/x`, undefined],
      ['GET', '/v1/k/%zz/head', undefined],
    ] as const;
    for (const [method, url, token] of asked) {
      const { status, text } = await hub.ask(
        method,
        url,
        token,
        method === 'POST' ? {} : undefined,
      );
      expect([400, 404, 410], url).toContain(status);
      expect(Object.keys(JSON.parse(text))).toContain('error');
    }
  });

  it('leaves whole letters of every plane as they were', async () => {
    const answer = '😀 知识库 \u2028 \u{10ffff} \u007f';
    expect((await publish(publishing(answer))).status).toBe(200);
    const { text } = await hub.ask('GET', '/v1/bases/shop/diff/0-1', admin);
    expect(JSON.parse(text).changes[0].after.entry.answer).toBe(answer);
  });
});

describe('a number that is none for a database', () => {
  it('is refused, or the event it is in put aside', async () => {
    const send = (body: object) => hub.ask('POST', '/v1/events', agent, body);
    expect((await send({ from: 0, upTo: 1e300, events: [] })).status).toBe(400);
    const aside = await send({ from: 0, upTo: 1, events: [event({ at: 1e300 })] });
    expect([aside.status, aside.text]).toEqual([200, '{"hw":1}']);
    expect((await hub.ask('POST', '/v1/seen', agent, { seen: { shop: 1e300 } })).status).toBe(400);
  });
});

describe('a body made to hurt', () => {
  it('is not even read of somebody without a good token', async () => {
    const broken = '{'.repeat(2_000_000);
    const send = (token: string) =>
      fetch(`${origin}/v1/bases/shop/publish`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: broken,
      });
    expect((await send('f'.repeat(64))).status).toBe(401);
    expect((await send(agent)).status).toBe(403);
    expect((await send(admin)).status).toBe(400);
  });

  it('may be no larger than what its route needs', async () => {
    const large = { invite: 'f'.repeat(64), name: 'x'.repeat(100_000), eventsFrom: 0 };
    expect((await hub.ask('POST', '/v1/join', undefined, large)).status).toBe(413);
    const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`kb${at}`, 1]));
    expect((await hub.ask('POST', '/v1/seen', agent, { seen: names })).status).toBe(400);
  });

  it('neither overflows by its depth nor reaches a prototype', async () => {
    const raw = (url: string, body: string) =>
      fetch(`${origin}${url}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
        body,
      });
    const deep = `{"from":0,"upTo":1,"events":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`;
    expect((await raw('/v1/events', deep)).status).toBe(400);
    expect((await raw('/v1/bases', '{"__proto__":{"kb":"x"}}')).status).toBe(400);
    expect((await raw('/v1/bases', '{"kb":"x","constructor":{"prototype":{}}}')).status).toBe(400);
  });

  it('names no base by what an address understands as a way up', async () => {
    for (const kb of ['.', '..']) {
      expect((await hub.ask('POST', '/v1/bases', admin, { kb })).status).toBe(400);
    }
    const kb = '知'.repeat(120);
    expect((await hub.ask('POST', '/v1/bases', admin, { kb })).status).toBe(200);
    const url = `/v1/bases/${encodeURIComponent(kb)}/revisions`;
    expect((await hub.ask('GET', url, admin)).status).toBe(200);
  });

  it('publishes no entry so large that its page could not be read', async () => {
    const phrasings = Array.from({ length: 900 }, () => ({
      text: 'x'.repeat(3_000),
      source: 'author',
    }));
    const op = put('e1') as { op: 'put'; entry: object };
    const changes = [{ op: { op: 'put', entry: { ...op.entry, phrasings } }, basedOn: 1_000 }];
    expect((await publish({ why: '', changes })).status).toBe(400);
  });

  it('that comes drop by drop is given up', () => {
    const { requestTimeout, headersTimeout } = hub.server.server;
    expect(requestTimeout).toBeGreaterThan(0);
    expect(requestTimeout).toBeLessThanOrEqual(60_000);
    expect(headersTimeout).toBeLessThanOrEqual(requestTimeout);
  });

  it('notes which version is shown of bases that there are, and of no others', async () => {
    await hub.ask('POST', '/v1/seen', agent, { seen: { shop: 1, none: 1 } });
    const rows = await hub.hub.database.rows(v.object({ kb: v.string() }), 'select kb from seen');
    expect(rows).toEqual([{ kb: 'shop' }]);
  });
});

describe('an answer of the hub', () => {
  it('repeats nothing of an address that it does not know, and is taken for no page', async () => {
    const canary = 'canary0123456789';
    const replies = [
      await fetch(`${origin}/v1/k/${canary}/nothing/of/that`),
      await fetch(`${origin}/${canary}/%zz`),
      await fetch(`${origin}/v1/k/${canary.repeat(200)}/head`),
    ];
    for (const reply of replies) {
      expect(await reply.text()).not.toContain(canary);
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('tells no more of its fault than that there was one', async () => {
    const { rows } = hub.hub.database;
    const spy = vi.spyOn(hub.hub.database, 'rows').mockRejectedValue(new Error('relation "kb"'));
    const { status, text } = await hub.ask('GET', '/v1/sync', admin);
    spy.mockRestore();
    expect(hub.hub.database.rows).toBe(rows);
    expect(status).toBe(500);
    expect(text).not.toMatch(/relation|rows|\.ts/);
  });

  it('is to no question for the head alone, of which no row says who may ask it', async () => {
    const reply = await fetch(`${origin}/v1/stream`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${agent}` },
    });
    expect(reply.status).toBe(404);
  });
});

describe('a stream', () => {
  const open = async (token: string) => {
    const over = new AbortController();
    const reply = await fetch(`${origin}/v1/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: over.signal,
    });
    const reader = reply.body?.getReader();
    await reader?.read();
    const ended = (async () => {
      while (!(await reader?.read())?.done);
    })().catch(() => {});
    return { ended, close: () => over.abort() };
  };
  const count = async () => (await hub.ask('GET', '/health')).json<{ streams: number }>().streams;

  it('of a device ends the oldest when there are too many of it', async () => {
    const token = await hub.invited(admin, 'agent');
    const streams = [];
    for (let at = 0; at < 12; at++) streams.push(await open(token));
    await streams[0]?.ended;
    await vi.waitUntil(async () => (await count()) <= 4, 10_000);
    for (const { close } of streams) close();
    await vi.waitUntil(async () => (await count()) === 0, 10_000);
  });

  it('ends at once with its device’s access, also when it opens meanwhile', async () => {
    const token = await hub.invited(admin, 'agent');
    const device = await deviceOf(token);
    const opening = Array.from({ length: 3 }, () => open(token).catch(() => undefined));
    const [first] = opening;
    await first;
    const late = open(token).catch(() => undefined);
    expect((await hub.ask('POST', `/v1/devices/${device}/revoke`, admin, {})).status).toBe(200);
    for (const each of [...opening, late]) await (await each)?.ended;
    await vi.waitUntil(async () => (await count()) === 0, 10_000);
  });

  it('ends also where nothing of it is taken any more', async () => {
    const token = await hub.invited(admin, 'agent');
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.pause();
    socket.write(`GET /v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    await vi.waitUntil(async () => (await count()) === 1, 10_000);
    const organisation = (
      await hub.hub.database.rows(v.object({ id: v.string() }), 'select id from organisation')
    )[0]?.id;
    const chain = '0'.repeat(64);
    const poke = {
      kb: 'shop',
      epoch: chain,
      version: 1,
      chain,
      from: 0,
      ops: ['x'.repeat(500_000)],
    };
    for (let at = 0; at < 40; at++) hub.hub.tell(organisation ?? '', poke);
    await vi.waitUntil(async () => (await count()) === 0, 10_000);
    socket.destroy();
  });
});

describe('somebody whose access is taken away', () => {
  it('does not come back by an invite that they made before', async () => {
    const boss = await hub.invited(admin, 'supervisor');
    const { invite } = (
      await hub.ask('POST', '/v1/invites', boss, { role: 'supervisor', kb: '*' })
    ).json<{ invite: string }>();
    await hub.ask('POST', `/v1/devices/${await deviceOf(boss)}/revoke`, admin, {});
    const back = await hub.ask('POST', '/v1/join', undefined, { invite, name: 'B', eventsFrom: 0 });
    expect(back.status).toBe(410);
  });

  it('is not above whoever takes it', async () => {
    const boss = await hub.invited(admin, 'supervisor');
    const device = await deviceOf(admin);
    expect((await hub.ask('POST', `/v1/devices/${device}/revoke`, boss, {})).status).toBe(403);
    expect((await hub.ask('GET', '/v1/sync', admin)).status).toBe(200);
  });
});
