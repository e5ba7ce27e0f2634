import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askBackground } from '../../../lib/bus/ask-background';

const runtime = vi.hoisted(() => ({
  id: 'cuecard' as string | undefined,
  ended: 0,
  asked: 0,
  /** How long each question waits for its reply, in ms; 0 is no time. */
  takes: [] as number[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      get id() {
        return runtime.id;
      },
      async sendMessage() {
        const own = ++runtime.asked;
        if (own <= runtime.ended) throw new Error('The message port closed');
        const ms = runtime.takes[own - 1] ?? 0;
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
        return { result: { nonce: `of question ${own}` } };
      },
    },
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(runtime, { id: 'cuecard', ended: 0, asked: 0, takes: [] });
});
afterEach(() => vi.useRealTimers());

describe('a question to a service worker that the browser ends over it', () => {
  it.each([0, 1, 2, 4])('is answered after %i ends', async (ended) => {
    runtime.ended = ended;
    const answer = askBackground('frame.request', null);
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ nonce: `of question ${ended + 1}` });
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

  it('is asked again when the worker took it along without a word', async () => {
    runtime.takes = [1e9, 1e9];
    const answer = askBackground('frame.request', null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual({ nonce: 'of question 3' });
  });

  it('may be answered late, when it was asked again already', async () => {
    runtime.takes = [5_000, 1e9, 1e9, 1e9, 1e9];
    const answer = askBackground('frame.request', null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual({ nonce: 'of question 1' });
  });

  it('is not given up while one of its askings may yet be answered', async () => {
    runtime.takes = Array(10).fill(60_000);
    const answer = askBackground('frame.request', null);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await answer).toEqual({ nonce: 'of question 1' });
    expect(runtime.asked).toBe(5);
  });
});
