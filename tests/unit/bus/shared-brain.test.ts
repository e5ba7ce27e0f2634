import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinSharedBrain } from '../../../lib/bus/shared-brain';

let held: { name: string }[] = [];
let query: () => Promise<{ held: { name: string }[] }> = async () => ({ held });
let knocks = 0;
let closed = 0;
const close = () => void closed++;
let port: { onmessage?: (event: { data: unknown }) => void } = {};

beforeEach(() => {
  held = [];
  knocks = 0;
  closed = 0;
  query = async () => ({ held });
  vi.useFakeTimers();
  vi.stubGlobal(
    'SharedWorker',
    class {
      readonly port = {
        onmessage() {},
        addEventListener() {},
        start() {},
        postMessage() {},
        close,
      };
      constructor() {
        port = this.port;
        knocks++;
      }
    },
  );
  vi.stubGlobal('navigator', { locks: { query: () => query() } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const join = () => {
  const joined = joinSharedBrain('/brain.js').then(
    ({ life }) => life,
    (error: Error) => error.message,
  );
  let became: string | undefined;
  joined.then((result) => {
    became = result;
  });
  return { became: () => became };
};
const sayHello = () => port.onmessage?.({ data: { hello: 'cuecard', life: 'cuecard-life-1' } });

describe('a page whose brain says nothing', () => {
  it('gives it up after five seconds where no brain lives', async () => {
    const { became } = join();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(became()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(became()).toBe('The brain is silent');
  });

  it('waits for one that lives and is busy: a second one beside it would be worse', async () => {
    held = [{ name: 'cuecard-life-1' }];
    const { became } = join();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(became()).toBeUndefined();
    sayHello();
    await vi.advanceTimersByTimeAsync(0);
    expect(became()).toBe('cuecard-life-1');
    // Whatever it knocked at before is let go: it may have been at a brain that has ended.
    expect(closed).toBe(knocks - 1);
    expect(knocks).toBeGreaterThan(1);
  });

  it('gives that one up, too, after a minute', async () => {
    held = [{ name: 'cuecard-life-1' }];
    const { became } = join();
    await vi.advanceTimersByTimeAsync(60_100);
    expect(became()).toBe('The brain is silent');
  });

  it('does not wait for the brain that another page holds', async () => {
    held = [{ name: 'cuecard-life-1' }, { name: 'cuecard-brain' }];
    const { became } = join();
    await vi.advanceTimersByTimeAsync(5_100);
    expect(became()).toBe('The brain is silent');
  });

  it('gives it up after five seconds where the browser refuses to tell of locks', async () => {
    query = () => Promise.reject(new Error('Refused'));
    const { became } = join();
    await vi.advanceTimersByTimeAsync(5_100);
    expect(became()).toBe('The brain is silent');
  });
});
