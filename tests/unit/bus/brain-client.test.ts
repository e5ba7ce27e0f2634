import { describe, expect, it } from 'vitest';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import { serveBrain } from '../../../lib/brain/serve-brain';
import { makeBrainClient } from '../../../lib/bus/brain-client';
import { defaultSettings } from '../../../lib/protocol/brain-calls';
import type { WirePort } from '../../../lib/protocol/brain-envelope';

/** Two ends of a connection; what is posted at one is heard at the other, copied. */
function wire(): [WirePort, WirePort] {
  const listeners: ((message: unknown) => void)[] = [() => {}, () => {}];
  const end = (own: 0 | 1, other: 0 | 1): WirePort => ({
    post: (message) => queueMicrotask(() => listeners[other]?.(structuredClone(message))),
    listen: (listener) => {
      listeners[own] = listener;
    },
  });
  return [end(0, 1), end(1, 0)];
}

const handlers = {
  'settings.read': () => defaultSettings,
  'brain.info': () => {
    throw new Error('no brain today');
  },
  'knowledge.summary': () => ({ bases: 'not a list' }),
} as unknown as BrainHandlers;

const serve = (port: WirePort) => serveBrain(port, Promise.resolve(handlers));

describe('a face’s connection to the brain', () => {
  it('carries a call and its result', async () => {
    const [near, far] = wire();
    serve(far);
    const client = makeBrainClient();
    client.takePort(near);
    expect(await client.call('settings.read', null)).toEqual(defaultSettings);
  });

  it('waits for a brain to come, and asks the next one what the last did not answer', async () => {
    const client = makeBrainClient();
    const answer = client.call('settings.read', null);
    client.takePort(wire()[0]);
    const [near, far] = wire();
    serve(far);
    client.takePort(near);
    expect(await answer).toEqual(defaultSettings);
  });

  it('says that the brain has ended and that the next is there, and loses no call between', async () => {
    const links: string[] = [];
    const client = makeBrainClient();
    client.onLink((link) => links.push(link));
    const [first] = wire();
    client.takePort(first);
    expect(links).toEqual([]);
    client.dropPort(first);
    const answer = client.call('settings.read', null);
    const [near, far] = wire();
    serve(far);
    client.takePort(near);
    expect(await answer).toEqual(defaultSettings);
    client.dropPort(first);
    expect(links).toEqual(['lost', 'found']);
  });

  it('tells why a call failed', async () => {
    const [near, far] = wire();
    serve(far);
    const client = makeBrainClient();
    client.takePort(near);
    await expect(client.call('brain.info', null)).rejects.toThrow('no brain today');
  });

  it('refuses a result of the wrong shape', async () => {
    const [near, far] = wire();
    serve(far);
    const client = makeBrainClient();
    client.takePort(near);
    await expect(client.call('knowledge.summary', null)).rejects.toThrow('bases');
  });

  it('ends a call that gets no answer', async () => {
    const client = makeBrainClient(5);
    client.takePort(wire()[0]);
    await expect(client.call('settings.read', null)).rejects.toThrow('no answer');
  });
});

describe('a brain that still takes in its knowledge', () => {
  const own = { ...defaultSettings, theme: 'dark' } as const;

  it('answers what it can, and the rest when it has it', async () => {
    const [near, far] = wire();
    let isLoaded = false;
    let load = () => {};
    const loading = new Promise<BrainHandlers>((resolve) => {
      load = () => resolve({ ...handlers, 'brain.info': () => ({ brainId: 'b', startedAt: 1 }) });
    });
    serveBrain(far, loading, Promise.resolve({ 'settings.read': () => own }));
    const client = makeBrainClient();
    client.takePort(near);
    const info = client.call('brain.info', null).then(() => {
      expect(isLoaded).toBe(true);
    });
    expect(await client.call('settings.read', null)).toEqual(own);
    isLoaded = true;
    load();
    await info;
    expect(await client.call('settings.read', null)).toEqual(defaultSettings);
  });

  it('says so if it fails to', async () => {
    const [near, far] = wire();
    const failing = Promise.reject<BrainHandlers>(new Error('no disk'));
    serveBrain(far, failing, failing);
    const client = makeBrainClient();
    client.takePort(near);
    await expect(client.call('settings.read', null)).rejects.toThrow('no disk');
  });
});

describe('the brain’s end of a connection', () => {
  const ask = (message: unknown) =>
    new Promise((resolve) => {
      const [near, far] = wire();
      serve(far);
      near.listen(resolve);
      near.post(message);
    });

  it.each([
    ['an unknown call', { id: 1, call: 'no.such', params: null }],
    ['a name that every object has', { id: 1, call: 'constructor', params: null }],
    ['parameters of the wrong shape', { id: 1, call: 'settings.read', params: { extra: 1 } }],
  ])('refuses %s', async (_, message) => {
    expect(await ask(message)).toMatchObject({ id: 1, ok: false, error: { kind: 'bad-request' } });
  });
});
