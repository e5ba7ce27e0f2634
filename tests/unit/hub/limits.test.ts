import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNetworkLink } from '../../../lib/sync/hub-link';
import { patientLink } from '../../../lib/sync/patient-link';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
let admin = '';
beforeAll(async () => {
  hub = await makeTestHub(undefined, { limited: true, trustProxy: '127.0.0.1' });
  admin = await hub.found();
});
afterAll(() => hub?.close());

type From = { readonly token?: string; readonly address?: string; readonly header?: string };
async function ask(method: 'GET' | 'POST', url: string, from: From, body?: object) {
  const answer = await hub.server.inject({
    method,
    url,
    remoteAddress: from.address ?? '127.0.0.1',
    headers: {
      ...(from.token === undefined ? {} : { authorization: `Bearer ${from.token}` }),
      ...(from.header === undefined ? {} : { 'x-forwarded-for': from.header }),
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, retry: answer.headers['retry-after'], text: answer.body };
}
/** How many of so many were let through. */
async function through(times: number, one: (at: number) => ReturnType<typeof ask>) {
  let count = 0;
  for (let at = 0; at < times; at++) {
    const { status, retry, text } = await one(at);
    if (status !== 429) count++;
    else {
      expect(Number(retry)).toBeGreaterThan(0);
      expect(Number(retry)).toBeLessThanOrEqual(60);
      expect(JSON.parse(text)).toEqual({ hub: 'cuecard', error: expect.stringMatching(/wait/) });
    }
  }
  return count;
}
const joining = { invite: 'f'.repeat(64), name: 'Bo', eventsFrom: 0 };

describe('a hub that is asked too often', () => {
  it('holds one device back and no other, tighter for invites than for synchronising', async () => {
    const agent = await hub.invited(admin, 'agent');
    const boss = await hub.invited(admin, 'supervisor');
    const invite = () => ask('POST', '/v1/invites', { token: boss }, { role: 'agent', kb: '*' });
    expect(await through(40, invite)).toBe(30);
    const link = () => ask('POST', '/v1/device-links', { token: agent }, {});
    expect(await through(40, link)).toBe(30);
    expect((await ask('GET', '/v1/sync', { token: boss })).status).toBe(200);
    expect(await through(610, () => ask('GET', '/v1/sync', { token: agent }))).toBe(600);
    const none = { from: 9, upTo: 9, events: [] };
    const send = () => ask('POST', '/v1/events', { token: agent }, none);
    expect(await through(125, send)).toBe(120);
    expect((await ask('GET', '/v1/sync', { token: boss })).status).toBe(200);
  });

  it('counts by address where nobody has a token yet', async () => {
    const join = (address: string) => ask('POST', '/v1/join', { address }, joining);
    expect(await through(30, () => join('192.0.2.1'))).toBe(20);
    expect((await join('192.0.2.2')).status).toBe(410);
    // Whether a link is good is asked no more often than it is used.
    const look = (at: number) =>
      ask(
        'POST',
        `/v1/device-links/${at % 2 === 0 ? 'owner' : 'join'}`,
        { address: '192.0.2.5' },
        {},
      );
    expect(await through(30, look)).toBe(20);
  });

  it('believes what a header says of an address only of the proxies it was told of', async () => {
    const by = (address: string) => (at: number) =>
      ask('POST', '/v1/join', { address, header: `198.51.100.${at}` }, joining);
    expect(await through(30, by('192.0.2.3'))).toBe(20);
    expect(await through(30, by('127.0.0.1'))).toBe(30);
  });

  it('looks no token up from where many bad ones came, save those it knows', async () => {
    const address = '192.0.2.4';
    expect((await ask('GET', '/v1/sync', { token: admin, address })).status).toBe(200);
    const guess = (at: number) =>
      ask('GET', '/v1/sync', { token: at.toString(16).padStart(64, '0'), address });
    expect(await through(110, guess)).toBe(100);
    expect((await ask('GET', '/v1/sync', { token: admin, address })).status).toBe(200);
    expect((await guess(1)).status).toBe(429);
  });

  it('is left alone by the extension’s link for as long as it says', async () => {
    await hub.server.listen({ host: '127.0.0.1', port: 0 });
    const origin = `http://127.0.0.1:${(hub.server.server.address() as AddressInfo).port}`;
    let time = 0;
    let sent = 0;
    const network = makeNetworkLink();
    const link = patientLink(
      {
        ...network,
        ask: (request) => {
          sent++;
          return network.ask(request);
        },
      },
      () => time,
    );
    const boss = await hub.invited(admin, 'supervisor');
    const invite = () =>
      link.ask({
        method: 'POST',
        url: `${origin}/v1/invites`,
        token: boss,
        body: { role: 'agent', kb: '*' },
      });
    for (let at = 0; at < 30; at++) expect((await invite()).status).toBe(200);
    expect((await invite()).status).toBe(429);
    expect((await invite()).status).toBe(429);
    expect(sent).toBe(31);
    time += 61_000;
    expect((await invite()).status).toBe(429);
    expect(sent).toBe(32);
  });
});
