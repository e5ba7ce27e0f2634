import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { routes } from '../../../hub/http/serve-routes';
import { makeServer } from '../../../hub/http/server';
import { openStream } from '../../support/hub/open-stream';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
let origin = '';
let admin = '';
let other = '';
beforeAll(async () => {
  hub = await makeTestHub();
  admin = await hub.found();
  other = await hub.found();
  for (const token of [admin, other]) {
    for (const kb of ['shop', 'another']) await hub.ask('POST', '/v1/bases', token, { kb });
  }
  await hub.server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(hub.server.server.address() as AddressInfo).port}`;
});
afterAll(() => hub?.close());

/** A stream, which bases it spoke of, and all that it said. */
async function listen(token: string) {
  const over = new AbortController();
  const answer = await fetch(`${origin}/v1/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: over.signal,
  });
  const heard: string[] = [];
  const said: string[] = [];
  let isOver = false;
  const reading = (async () => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { value: '', done: true };
      if (done) return;
      const messages = (rest + value).split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        if (!message.startsWith('data: ')) continue;
        said.push(message.slice(6));
        heard.push(JSON.parse(message.slice(6)).kb);
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return { answer, heard, said, isOver: () => isOver, close: () => over.abort(), reading };
}

const publish = (token: string, kb: string, id: string) =>
  hub.ask('POST', `/v1/bases/${kb}/publish`, token, {
    why: '',
    changes: [{ op: put(id), basedOn: 0 }],
  });

describe('a stream', () => {
  it('tells a device of the bases it may read, and of no other organisation’s', async () => {
    const streams = new Map<string, Awaited<ReturnType<typeof listen>>>();
    const expected: { [who: string]: readonly string[] } = {};
    for (const role of ['agent', 'author', 'supervisor', 'admin'] as const) {
      const tokens = {
        [`${role} of all`]: [await hub.invited(admin, role), ['shop', 'another']],
        [`${role} of shop`]: [await hub.invited(admin, role, 'shop'), ['shop']],
        [`${role} of another`]: [await hub.invited(admin, role, 'another'), ['another']],
        [`${role} elsewhere`]: [await hub.invited(other, role), ['shop']],
      } as const;
      for (const [who, [token, bases]] of Object.entries(tokens)) {
        streams.set(who, await listen(token));
        expected[who] = bases;
      }
    }
    for (const { answer } of streams.values()) {
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    for (const kb of ['shop', 'another']) await publish(admin, kb, 'e1');
    // Last, and so heard after all that should not be.
    await publish(other, 'shop', 'theirs');
    const heard = () =>
      Object.fromEntries([...streams].map(([who, stream]) => [who, stream.heard]));
    await vi.waitFor(() => expect(heard()).toEqual(expected), { timeout: 10_000 });
    for (const { close } of streams.values()) close();
  });

  it('tells of unanswered questions and of review who may see them, without a word of either', async () => {
    const team = await hub.found();
    await hub.ask('POST', '/v1/bases', team, { kb: 'shop' });
    await hub.ask('POST', '/v1/bases', team, { kb: 'another' });
    const author = await hub.invited(team, 'author');
    const streams = new Map([['admin elsewhere', await listen(other)]]);
    for (const role of ['agent', 'author', 'supervisor', 'admin'] as const) {
      streams.set(`${role} of all`, await listen(await hub.invited(team, role)));
      streams.set(`${role} of shop`, await listen(await hub.invited(team, role, 'shop')));
      streams.set(`${role} of another`, await listen(await hub.invited(team, role, 'another')));
    }
    const gap = { id: 'b'.repeat(16), text: 'Any kites?', consoleId: 'secret', confirmed: true };
    const ask = async (path: string, token: string, body: object) =>
      expect((await hub.ask('POST', path, token, body)).status).toBe(200);
    await ask('/v1/gaps', author, gap);
    // The same again is nothing new.
    await ask('/v1/gaps', author, gap);
    await ask('/v1/gaps/close', team, { ids: [gap.id] });
    await ask('/v1/gaps/close', team, { ids: [gap.id] });
    await ask('/v1/bases/shop/proposals', author, {
      why: 'For kites',
      changes: [{ op: put('kites'), basedOn: 0 }],
      publishAt: null,
      expireAt: null,
    });
    // Last, and so heard after all that should not be.
    for (const [token, kb] of [
      [team, 'shop'],
      [team, 'another'],
      [other, 'shop'],
    ] as const) {
      await publish(token, kb, `last-${kb}`);
    }
    const kinds = (said: readonly string[]) =>
      said.map((each) => {
        const poke = JSON.parse(each);
        return 'gaps' in poke ? 'gaps' : 'review' in poke ? `review ${poke.review}` : poke.kb;
      });
    const asked = ['gaps', 'gaps'];
    const review = ['review shop'];
    await vi.waitFor(
      () =>
        expect(
          Object.fromEntries([...streams].map(([who, { said }]) => [who, kinds(said)])),
        ).toEqual({
          'agent of all': ['shop', 'another'],
          'author of all': [...review, 'shop', 'another'],
          'supervisor of all': [...asked, ...review, 'shop', 'another'],
          'admin of all': [...asked, ...review, 'shop', 'another'],
          'agent of shop': ['shop'],
          'author of shop': [...review, 'shop'],
          'supervisor of shop': [...review, 'shop'],
          'admin of shop': [...review, 'shop'],
          ...Object.fromEntries(
            ['agent', 'author', 'supervisor', 'admin'].map((role) => [
              `${role} of another`,
              ['another'],
            ]),
          ),
          'admin elsewhere': ['shop'],
        }),
      { timeout: 10_000 },
    );
    const all = [...streams.values()].flatMap(({ said }) => said);
    const marks = all.filter((each) => !('kb' in JSON.parse(each)));
    expect(marks.join(' ')).not.toMatch(/kites|secret|b{16}/i);
    for (const mark of marks) {
      expect(mark).toMatch(
        /^\{("gaps":"[0-9a-f]{16,64}"|"review":"shop","mark":"[0-9a-f]{16,64}")\}$/,
      );
    }
    for (const { close } of streams.values()) close();
  });

  it('ends with its device’s access, and no other does', async () => {
    const token = await hub.invited(admin, 'agent');
    const before = await ids();
    const lost = await hub.invited(admin, 'agent');
    const [device] = (await ids()).filter((id) => !before.includes(id));
    const [kept, gone] = [await listen(token), await listen(lost)];
    expect((await hub.ask('POST', `/v1/devices/${device}/revoke`, admin, {})).status).toBe(200);
    await gone.reading;
    expect(kept.isOver()).toBe(false);
    kept.close();
  });

  it('goes by no access that was taken away while it was opened', async () => {
    const { database } = hub.hub;
    const deeds = [
      (person: string) =>
        hub.ask('POST', `/v1/people/${person}/role`, admin, { kb: 'shop', role: 'agent' }),
      (person: string) =>
        hub.ask('POST', `/v1/people/${person}/role`, admin, { kb: '*', role: null }),
      (person: string) => hub.ask('POST', `/v1/people/${person}/remove`, admin, {}),
    ];
    let after: (() => Promise<unknown>) | undefined;
    const slow = makeServer({
      database: {
        ...database,
        async rows(schema, text, values) {
          const rows = await database.rows(schema, text, values);
          if (!text.includes('token_hash')) return rows;
          await after?.();
          after = undefined;
          // As this node hears it of another one.
          slow.hub.forget();
          return rows;
        },
      },
      now: Date.now,
      log: false,
      limited: false,
    });
    const at = await slow.server.listen({ host: '127.0.0.1', port: 0 });
    const token = await hub.invited(admin, 'agent');
    const people = await hub.ask('GET', '/v1/people', token);
    const person = people
      .json<{ people: { id: string; isYou: boolean }[] }>()
      .people.find(({ isYou }) => isYou)?.id;
    for (const deed of deeds) {
      after = async () => expect((await deed(person ?? '')).status).toBe(200);
      const stream = await openStream(at, token);
      await vi.waitFor(() => expect(stream.isOver()).toBe(true), 10_000);
    }
    await slow.server.close();
  });

  it('is opened by nobody of whom it cannot be said who they are', async () => {
    for (const token of ['', 'f'.repeat(64), 'x']) {
      expect((await listen(token)).answer.status).toBe(401);
    }
  });
});

describe('a read key', () => {
  it('opens its own base only, and nothing once somebody’s access was taken away', async () => {
    const key = await keyOf(admin);
    const theirs = await keyOf(other);
    const { chain: mine } = (await hub.ask('GET', `/v1/k/${key}/head`)).json<{ chain: string }>();
    const head = await hub.ask('GET', `/v1/k/${theirs}/head`);
    expect(head.json<{ chain: string }>().chain).not.toBe(mine);
    const before = await ids();
    await hub.invited(admin, 'agent');
    const [device] = (await ids()).filter((id) => !before.includes(id));
    await hub.ask('POST', `/v1/devices/${device}/revoke`, admin, {});
    expect((await hub.ask('GET', `/v1/k/${key}/head`)).status).toBe(404);
    expect((await hub.ask('GET', `/v1/k/${theirs}/head`)).status).toBe(200);
    expect((await hub.ask('GET', `/v1/k/${await keyOf(admin)}/head`)).status).toBe(200);
  });
});

describe('a browser that asks beforehand', () => {
  const addressOf = (url: string) => url.replace(/:\w+/g, 'x');

  it.each(routes.map(({ method, url }) => [`${method} ${url}`, method, addressOf(url)] as const))(
    'may send %s from anywhere, with a token by hand and never with what it keeps itself',
    async (_, method, url) => {
      const asked = await fetch(`${origin}${url}`, {
        method: 'OPTIONS',
        headers: {
          origin: 'chrome-extension://x',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization, content-type',
        },
      });
      expect([asked.status, await asked.text()]).toEqual([204, '']);
      expect(asked.headers.get('access-control-allow-methods')).toContain(method);
      expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization/);
      // Also a refusal can be read by who asked: without that an extension takes it for no answer.
      const answer = await fetch(`${origin}${url}`, {
        method,
        redirect: 'manual',
        headers: { origin: 'chrome-extension://x', 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      for (const { headers } of [asked, answer]) {
        expect(headers.get('access-control-allow-origin')).toBe('*');
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
      await answer.body?.cancel();
    },
  );
});

const idRow = v.object({ id: v.string() });
const ids = async () =>
  (await hub.hub.database.rows(idRow, 'select id from device')).map(({ id }) => id);

async function keyOf(token: string): Promise<string> {
  const reply = await hub.ask('GET', '/v1/sync', token);
  const { bases } = reply.json<{ bases: { kb: string; readKey: string }[] }>();
  return bases.find(({ kb }) => kb === 'shop')?.readKey ?? '';
}
