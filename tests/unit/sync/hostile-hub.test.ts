import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../lib/base/sha256';
import { firstChain, nextChain } from '../../../lib/protocol/hub-ops';
import { hubVersion } from '../../../lib/protocol/hub-version';
import { makeMemoryStore } from '../../../lib/store/memory-store';
import { type HubAnswer, type HubLink, makeNetworkLink } from '../../../lib/sync/hub-link';
import { patientLink } from '../../../lib/sync/patient-link';
import { pull } from '../../../lib/sync/pull-base';
import { pushEvents } from '../../../lib/sync/push-events';
import { stayInTouch } from '../../../lib/sync/stay-in-touch';
import { makeTeamSync, type TeamSync } from '../../../lib/sync/team-sync';
import { seeded } from '../../support/seeded';

const servers: Server[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A hub that answers as it likes; gives back where it is. */
async function hub(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const token = 'f'.repeat(64);
const quick = { longestSilenceMs: 200, longestAnswerMs: 2_000, mostBytes: 100_000 };
const never = new AbortController().signal;
const deaf = { open() {}, message() {} };

describe('the link to a hub', () => {
  it('takes no token and no invite to where it is sent on', async () => {
    const met: string[] = [];
    const elsewhere = await hub((request, response) => {
      met.push(`${request.method} ${request.headers.authorization}`);
      response.end('{}');
    });
    const origin = await hub((_, response) => {
      response.writeHead(307, { location: `${elsewhere}/v1/join` }).end();
    });
    const link = makeNetworkLink(quick);
    const url = `${origin}/v1/join`;
    await expect(link.ask({ method: 'POST', url, body: { invite: token } })).rejects.toThrow();
    await expect(link.listen({ url, token }, deaf, never)).rejects.toThrow();
    expect(met).toEqual([]);
  });

  it('asks past every cache for what is one member’s, and lets pages that all read be kept', async () => {
    const asked: { [path: string]: string | undefined } = {};
    const origin = await hub(({ url = '', headers }, response) => {
      asked[url] = headers['cache-control'];
      response.end('{}');
    });
    const link = makeNetworkLink(quick);
    await link.ask({ method: 'GET', url: `${origin}/v1/audit?offset=0`, token });
    await link.ask({ method: 'GET', url: `${origin}/v1/k/${token}/0-5` });
    expect(asked).toEqual({
      '/v1/audit?offset=0': 'no-cache',
      [`/v1/k/${token}/0-5`]: undefined,
    });
  });

  it('gives an answer up that is too large, packed or not, or comes without an end', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const origin = await hub((request, response) => {
      if (request.url === '/packed') {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      } else {
        const send = () => {
          while (response.write('x'.repeat(10_000)));
        };
        response.on('drain', send);
        send();
      }
    });
    const link = makeNetworkLink(quick);
    for (const path of ['/packed', '/endless']) {
      const asked = link.ask({ method: 'GET', url: `${origin}${path}` });
      await expect(asked, path).rejects.toThrow(/too large/);
    }
  });

  it('waits no longer for an answer or a stream that comes drop by drop, or not at all', async () => {
    const origin = await hub((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const drops = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drops));
      if (request.url === '/stopped') clearInterval(drops);
    });
    const link = makeNetworkLink({ ...quick, longestAnswerMs: 300, mostLetters: 20 });
    await expect(link.ask({ method: 'GET', url: `${origin}/drops` })).rejects.toThrow();
    await expect(link.ask({ method: 'GET', url: `${origin}/silent` })).rejects.toThrow();
    for (const path of ['/silent', '/stopped', '/drops']) {
      const listening = link.listen({ url: `${origin}${path}`, token }, deaf, never);
      await expect(listening, path).rejects.toThrow();
    }
  });

  it('asks a busy hub for nothing of that kind before the time it named', async () => {
    let asked = 0;
    const origin = await hub((request, response) => {
      asked++;
      const isBusy = request.url?.startsWith('/v1/k/');
      response.writeHead(isBusy ? 429 : 200, isBusy ? { 'retry-after': '7' } : {}).end('{}');
    });
    let time = 0;
    const link = patientLink(makeNetworkLink(quick), () => time);
    const page = (key: string) => link.ask({ method: 'GET', url: `${origin}/v1/k/${key}/head` });
    expect((await page('a')).status).toBe(429);
    time = 6_999;
    expect(await page('b')).toEqual({ status: 429, text: '', retryAfterMs: 1 });
    expect(asked).toBe(1);
    expect((await link.ask({ method: 'GET', url: `${origin}/v1/sync` })).status).toBe(200);
    time = 7_001;
    expect((await page('b')).status).toBe(429);
    expect(asked).toBe(3);
  });
});

describe('events for a busy hub', () => {
  it('wait for a later synchronisation, which does not fail for them', async () => {
    const store = makeMemoryStore();
    const event = { kind: 'gap', cueText: 'x', at: 1, consoleId: 'x', conversationKey: 'c' };
    await store.appendEvent(event as Parameters<typeof store.appendEvent>[0]);
    let asked = 0;
    const link: HubLink = {
      ask: async () => {
        asked++;
        return { status: 429, text: '', retryAfterMs: 1_000 };
      },
      listen: () => Promise.reject(new Error('No')),
    };
    const membership = { hub: 'http://hub.test', token, organisation: 'Shop', person: 'Ana' };
    await pushEvents({ store, link }, membership, new Set(), 0);
    expect(asked).toBe(1);
  });
});

describe('the numbers of events', () => {
  const event = { kind: 'gap', cueText: 'x', at: 1, consoleId: 'x', conversationKey: 'c' };
  type Given = Parameters<ReturnType<typeof makeMemoryStore>['appendEvent']>[0];
  const toldOf = async (deviceHw: number) => {
    const store = makeMemoryStore();
    await store.appendEvent(event as Given);
    const membership = { hub: 'http://hub.test', token, organisation: 'Shop', person: 'Ana' };
    await store.changeTeam({ membership });
    const reply = { speaks: hubVersion, deviceHw, recipes: null, role: null, bases: [] };
    const sent: unknown[] = [];
    const team = makeTeamSync({
      store,
      link: {
        ask: async ({ url, body }) => {
          if (url.endsWith('/v1/events')) sent.push(body);
          const hw = { hw: (body as { upTo?: number } | undefined)?.upTo };
          return { status: 200, text: JSON.stringify(url.endsWith('/v1/sync') ? reply : hw) };
        },
        listen: () => Promise.reject(new Error('No')),
      },
      onPage: () => {},
      onWiped: () => {},
      moveAside: async () => {},
    });
    await team.sync();
    const { seq } = await store.appendEvent(event as Given);
    await team.sync();
    return { seq, sent };
  };

  it('go on behind what the hub has of this device, as after an old back-up of this machine', async () => {
    const { seq, sent } = await toldOf(70);
    expect(seq).toBe(71);
    expect(sent).toMatchObject([{ from: 70, upTo: 71, events: [{ seq: 71 }] }]);
  });

  it('are not used up by a hub that says it has more than anybody could send', async () => {
    expect((await toldOf(Number.MAX_SAFE_INTEGER)).seq).toBe(2);
  });
});

describe('keeping in touch', () => {
  const sync = (hear: TeamSync['hear']) => {
    let tried = 0;
    return {
      tried: () => tried,
      sync: async () => {
        tried++;
        return 'synced' as const;
      },
      alone: <Result>(work: () => Promise<Result>) => work(),
      hear,
    };
  };
  const start = (listen: HubLink['listen'], team: ReturnType<typeof sync>) =>
    stayInTouch({
      link: { ask: () => Promise.reject(new Error('No')), listen },
      sync: team,
      url: 'http://hub.test/v1/stream',
      token,
      onTried: () => {},
    });

  it('comes back ever more slowly to a stream that opens and ends at once', async () => {
    vi.useFakeTimers();
    let opened = 0;
    const listen: HubLink['listen'] = async (_, on) => {
      opened++;
      on.open();
    };
    const touch = start(
      listen,
      sync(async () => 'synced'),
    );
    await vi.advanceTimersByTimeAsync(120_000);
    expect(opened).toBeGreaterThan(5);
    expect(opened).toBeLessThan(30);
    touch.stop();
  });

  it('comes up to date before any stream has opened', async () => {
    vi.useFakeTimers();
    const team = sync(async () => 'synced');
    const touch = start(() => new Promise(() => {}), team);
    await vi.advanceTimersByTimeAsync(0);
    expect(team.tried()).toBe(1);
    touch.stop();
  });

  it('asks ever more slowly where every stream is refused at once', async () => {
    vi.useFakeTimers();
    const team = sync(async () => 'synced');
    const touch = start(() => Promise.reject(new Error('No streams here')), team);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(team.tried()).toBeGreaterThan(1);
    await vi.advanceTimersByTimeAsync(117_000);
    // Four until the longest wait is reached, which is 7.5 to 15 s.
    expect(team.tried()).toBeLessThan(22);
    expect(team.tried()).toBeGreaterThan(8);
    touch.stop();
  });

  it('comes back soon to a stream that was lost after a while', async () => {
    vi.useFakeTimers();
    let opened = 0;
    const listen: HubLink['listen'] = async (_, on) => {
      opened++;
      on.open();
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    };
    const touch = start(
      listen,
      sync(async () => 'synced'),
    );
    await vi.advanceTimersByTimeAsync(10 * 61_000);
    expect(opened).toBe(11);
    touch.stop();
  });

  it('does not come back all at once when the streams of many end together', async () => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockImplementation(seeded(7));
    const machines = 400;
    const endedAt = 20_000;
    const back: number[] = [];
    const listen: HubLink['listen'] = async (_, on) => {
      on.open();
      const afterMs = Date.now() - startedAt - endedAt;
      if (afterMs < 0) return new Promise((resolve) => setTimeout(resolve, endedAt));
      back.push(afterMs);
      return new Promise(() => {});
    };
    const startedAt = Date.now();
    const touches = Array.from({ length: machines }, () =>
      start(
        listen,
        sync(async () => 'synced'),
      ),
    );
    await vi.advanceTimersByTimeAsync(endedAt + 2_000);
    expect(back).toHaveLength(machines);
    const tenths = new Map<number, number>();
    for (const ms of back) {
      const tenth = Math.floor(ms / 100);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect(Math.max(...tenths.values())).toBeLessThan(machines / 3);
    for (const touch of touches) touch.stop();
  });

  it('keeps no pile of pokes from a stream that floods, and asks once instead', async () => {
    vi.useFakeTimers();
    let begun = 0;
    const team = sync(
      () =>
        new Promise((resolve) => {
          begun++;
          setTimeout(resolve, 30_000);
        }),
    );
    const listen: HubLink['listen'] = (_, on, signal) => {
      for (let at = 0; at < 100_000; at++) on.message('{}');
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    const touch = start(listen, team);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(begun).toBeLessThan(50);
    // At the start, and instead of what was not kept.
    expect(team.tried()).toBe(2);
    touch.stop();
  });
});

describe('a copy', () => {
  const ops = ['{"op":"del","id":"a"}'];
  const cursor = { epoch: 'e'.repeat(32), version: 1 };
  const pulled = async (answer: (url: string) => HubAnswer | Promise<HubAnswer>, head: object) => {
    const link: HubLink = {
      ask: async ({ url }) => answer(url),
      listen: () => Promise.reject(new Error('No')),
    };
    const from = { link, hub: 'http://hub.test', readKey: 'a'.repeat(32) };
    const whole = { ...cursor, floor: 0, snapshot: null, chain: firstChain, ...head };
    return pull(from, null, whole);
  };

  it('takes nothing from a hub that does not stop sending, and ends by itself', async () => {
    const filler = 'x'.repeat(5_000_000);
    const text = JSON.stringify({ ops: [filler] });
    const hash = await sha256(text);
    const parts = Array.from({ length: 10_000 }, () => hash);
    let asked = 0;
    const endless = pulled(
      () => {
        asked++;
        return { status: 200, text };
      },
      { snapshot: { version: 1, chain: firstChain, parts } },
    );
    await expect(endless).rejects.toThrow(/too large/);
    expect(asked).toBeLessThan(100);
  });

  it('begins anew with the snapshot where it is behind by more than it may take in', async () => {
    const long = JSON.stringify({ op: 'x'.repeat(1_000) });
    const ops = Array.from({ length: 20 }, () => long);
    const chains = [firstChain];
    for (const op of ops) chains.push(await nextChain(chains.at(-1) ?? '', op));
    const chain = chains.at(-1) ?? '';
    const part = JSON.stringify({ ops: [long] });
    const link: HubLink = {
      ask: async ({ url }) => ({
        status: 200,
        text: url.includes('/s/') ? part : JSON.stringify({ prevChain: firstChain, ops }),
      }),
      listen: () => Promise.reject(new Error('There is no stream')),
    };
    const from = { link, hub: 'http://hub.test', readKey: 'a'.repeat(32) };
    const snapshot = { version: 20, chain, parts: [await sha256(part)] };
    const head = { epoch: cursor.epoch, version: 20, chain, floor: 0, snapshot };
    const held = { epoch: cursor.epoch, version: 0, chain: firstChain };
    const behind = await pull(from, held, head, 10_000);
    expect(behind).toMatchObject({ isWhole: true, ops: [long], cursor: { version: 20, chain } });
    expect((await pull(from, held, head, 100_000)).isWhole).toBe(false);
    await expect(pull(from, held, head, 1_000)).rejects.toThrow(/too large/);
  });

  it('takes a part of very many operations without running out of room', async () => {
    const many = Array.from({ length: 400_000 }, () => '');
    const text = JSON.stringify({ ops: many });
    const hash = await sha256(text);
    const snapshot = { version: 1, chain: firstChain, parts: [hash] };
    const { ops: taken } = await pulled(() => ({ status: 200, text }), { snapshot });
    expect(taken.length).toBe(400_000);
  });

  it('is not given up for a refusal in another’s words, only for the hub’s own', async () => {
    const store = makeMemoryStore();
    await store.changeTeam({
      membership: { hub: 'http://hub.test', token, organisation: 'Shop', person: 'Ana' },
    });
    let text = '';
    const team = makeTeamSync({
      store,
      link: {
        ask: async () => ({ status: 401, text }),
        listen: () => Promise.reject(new Error('No')),
      },
      onPage: () => {},
      onWiped: () => {},
      moveAside: async () => {},
    });
    for (const words of ['<html>Sign in</html>', '{"error":"invalid_token"}', '{}', '[]', '']) {
      text = words;
      await expect(team.sync(), words).rejects.toThrow();
    }
    expect((await store.readTeam()).membership?.token).toBe(token);
    text = '{"hub":"cuecard","error":"This token is not good"}';
    expect(await team.sync()).toBe('removed');
    expect(await nextChain(firstChain, ops[0] ?? '')).toHaveLength(64);
  });
});
