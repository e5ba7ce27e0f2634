import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askBackground } from '../../../lib/bus/ask-background';

const runtime = vi.hoisted(() => ({ id: 'cuecard' as string | undefined, ended: 0, asked: 0 }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      get id() {
        return runtime.id;
      },
      async sendMessage() {
        if (++runtime.asked <= runtime.ended) throw new Error('The message port closed');
        return { result: { nonce: 'n' } };
      },
    },
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(runtime, { id: 'cuecard', ended: 0, asked: 0 });
});
afterEach(() => vi.useRealTimers());

describe('a question to a service worker that the browser ends over it', () => {
  it.each([0, 1, 2, 4])('is answered after %i ends', async (ended) => {
    runtime.ended = ended;
    const answer = askBackground('frame.request', null);
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ nonce: 'n' });
    expect(runtime.asked).toBe(ended + 1);
  });

  it('is given up in the end, and at once where the extension is gone', async () => {
    runtime.ended = 100;
    const given = expect(askBackground('frame.request', null)).rejects.toThrow(/port closed/);
    await vi.runAllTimersAsync();
    await given;
    expect(runtime.asked).toBe(5);

    runtime.id = undefined;
    await expect(askBackground('frame.request', null)).rejects.toThrow(/port closed/);
    expect(runtime.asked).toBe(6);
  });
});
