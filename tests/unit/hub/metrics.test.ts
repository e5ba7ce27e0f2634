import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startHub } from '../../../hub/start-hub';
import { openStream } from '../../support/hub/open-stream';
import { hubFolder } from '../../support/hub/run-hub';
import { makeTestHub, put, type TestHub } from '../../support/hub/test-hub';

const operatorToken = 'known-to-the-operator';
const lines: string[] = [];
let hub: TestHub;
let boss = '';
/** What must be found neither in the metrics nor in the log. */
const secrets: string[] = [];

beforeAll(async () => {
  hub = await makeTestHub(undefined, {
    operatorToken,
    log: { write: (line) => void lines.push(line) },
  });
  boss = await hub.found();
  await hub.ask('POST', '/v1/bases', boss, { kb: 'shop' });
  const changes = [{ op: put('e1', 'Der Schatz liegt im Keller'), basedOn: 0 }];
  const published = await hub.ask('POST', '/v1/bases/shop/publish', boss, {
    why: 'Grund',
    changes,
  });
  expect(published.status).toBe(200);
  const sync = await hub.ask('GET', '/v1/sync', boss);
  const [base] = sync.json<{ bases: { readKey: string; head: { epoch: string } }[] }>().bases;
  const page = `/v1/k/${base?.readKey}/${base?.head.epoch}/d/0-1`;
  expect((await hub.ask('GET', page)).text).toContain('Schatz');
  await hub.ask('GET', `${page}/and-more`);
  await hub.ask('POST', '/v1/events', boss, { from: 0, upTo: 3, events: [] });
  await hub.ask('POST', '/v1/events', boss, { from: 0, upTo: 3, events: [] });
  secrets.push('Schatz', 'Grund', 'e1"', 'Ana', boss, base?.readKey ?? '', base?.head.epoch ?? '');
});
afterAll(() => hub?.close());

const metrics = async () => {
  const answer = await hub.server.inject({
    url: '/metrics',
    headers: { authorization: `Bearer ${operatorToken}` },
  });
  expect(answer.statusCode).toBe(200);
  return answer.body;
};

describe('the metrics', () => {
  it('are shown to whoever runs the hub, and to no admin of a team', async () => {
    expect((await hub.ask('GET', '/metrics', operatorToken)).text).toContain('cuecard_');
    for (const token of [undefined, boss, 'known-to-the-operato', '']) {
      expect((await hub.ask('GET', '/metrics', token)).status).toBe(401);
    }
    const closed = await makeTestHub(hub.hub.database);
    expect((await closed.ask('GET', '/metrics', 'undefined')).status).toBe(401);
    await closed.server.close();
  });

  it('count what was answered, published and sent', async () => {
    const text = await metrics();
    const routes = [
      'cuecard_requests_total{method="POST",route="/v1/bases/:kb/publish",status="200"} 1',
      'cuecard_requests_total{method="GET",route="/v1/k/:readKey/:epoch/d/:range",status="200"} 1',
      'cuecard_requests_total{method="GET",route="none",status="404"} 1',
      'cuecard_publications_total 1',
      'cuecard_events_total 6',
      'cuecard_streams_open 0',
    ];
    for (const line of routes) expect(text.split('\n')).toContain(line);
    expect(text).toMatch(/cuecard_database_seconds_count\{kind="transaction"\} [1-9]/);
    expect(text).toMatch(/cuecard_memory_bytes [1-9]/);
  });

  it('have no label that could hold a text, a name or an id', async () => {
    const text = await metrics();
    const labels = [...text.matchAll(/[{,](\w+)="([^"]*)"/g)];
    expect(new Set(labels.map(([, name]) => name))).toEqual(
      new Set(['method', 'route', 'status', 'le', 'kind']),
    );
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe('the log', () => {
  it('is one JSON line for each request, with nothing of what was said or who said it', async () => {
    // The database quotes in its complaint what it was given.
    await hub.hub.database.script('alter table revision alter column why type int using 0');
    const failed = await hub.ask('POST', '/v1/bases/shop/publish', boss, {
      why: 'Grund',
      changes: [{ op: put('e2'), basedOn: 0 }],
    });
    expect(failed.status).toBe(500);
    expect(failed.text).not.toContain('Grund');
    expect(lines.length).toBeGreaterThan(10);
    const told = lines.map((line) => JSON.parse(line));
    expect(told.some(({ req }) => req?.route === '/v1/bases/:kb/publish')).toBe(true);
    const failure = told.find((line) => 'failure' in line);
    expect(failure).toMatchObject({ code: '22P02' });
    expect(failure.at[0]).toContain('pglite-database');
    const all = lines.join('');
    for (const secret of secrets) expect(all).not.toContain(secret);
  });
});

describe('a stop', () => {
  it('answers what was asked before it, ends the streams, and does not wait for anybody', async () => {
    const { folder, remove } = hubFolder();
    const running = await startHub({
      folder,
      engine: 'postgres',
      host: '127.0.0.1',
      port: 0,
      log: false,
    });
    const post = (path: string, token: string, body: unknown) =>
      fetch(`${running.origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    const [, invite] = (running.inviteLink ?? '').split('#');
    const joined = await post('/v1/join', '', { invite, name: 'Ana', eventsFrom: 0 });
    const { token } = await joined.json();
    await post('/v1/bases', token, { kb: 'shop' });
    const stream = await openStream(running.origin, token);
    // Opened in advance, as browsers do, and never used.
    const { hostname, port } = new URL(running.origin);
    await once(connect(Number(port), hostname), 'connect');
    const changes = Array.from({ length: 1_500 }, (_, id) => ({ op: put(`e${id}`), basedOn: 0 }));
    const publishing = post('/v1/bases/shop/publish', token, { why: '', changes });
    const health = async () => (await fetch(`${running.origin}/health`)).json();
    await vi.waitUntil(async () => (await health()).ok === true, 10_000);
    const stopping = running.stop();
    expect((await publishing).status).toBe(200);
    const answeredAt = Date.now();
    await stopping;
    expect(Date.now() - answeredAt, 'nobody was waited for').toBeLessThan(9_000);
    await vi.waitUntil(stream.isOver, 10_000);
    await expect(health()).rejects.toThrow();
    remove();
  }, 60_000);
});
