import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
const { claimFrameNonce, issueFrameNonce } = await import('../../../lib/bus/frame-nonces');

describe('a panel’s nonce', () => {
  beforeEach(() => {
    vi.useRealTimers();
    fakeBrowser.reset();
  });

  it('opens one panel in its own tab', async () => {
    const nonce = await issueFrameNonce(7);
    expect(await claimFrameNonce(nonce, 7)).toBe(true);
  });

  it('is good once, also when two claim it at the same time', async () => {
    const nonce = await issueFrameNonce(7);
    const claims = await Promise.all([claimFrameNonce(nonce, 7), claimFrameNonce(nonce, 7)]);
    expect(claims).toEqual([true, false]);
  });

  it('is lost when another tab tries it', async () => {
    const nonce = await issueFrameNonce(7);
    expect(await claimFrameNonce(nonce, 8)).toBe(false);
    expect(await claimFrameNonce(nonce, 7)).toBe(false);
  });

  it('expires after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const nonce = await issueFrameNonce(7);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await claimFrameNonce(nonce, 7)).toBe(false);
  });

  it('cannot be guessed', async () => {
    const nonces = await Promise.all(Array.from({ length: 50 }, () => issueFrameNonce(1)));
    expect(new Set(nonces).size).toBe(50);
    expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);
  });
});
