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
}, 60_000);
afterAll(() => hub?.close());

/** A stream, and which bases it spoke of. */
async function listen(token: string) {
  const over = new AbortController();
  const answer = await fetch(`${origin}/v1/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: over.signal,
  });
  const heard: string[] = [];
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
        if (message.startsWith('data: ')) heard.push(JSON.parse(message.slice(6)).kb);
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return { answer, heard, isOver: () => isOver, close: () => over.abort(), reading };
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
