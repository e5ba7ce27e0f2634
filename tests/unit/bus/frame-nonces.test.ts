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
    expect(await claimFrameNonce(nonce, 7, 3)).toBe(true);
  });

  it('is good for one frame, also when two claim it at the same time', async () => {
    const nonce = await issueFrameNonce(7);
    const claims = [claimFrameNonce(nonce, 7, 3), claimFrameNonce(nonce, 7, 4)];
    expect(await Promise.all(claims)).toEqual([true, false]);
  });

  it('is good for that frame again: the worker may have been ended before it could say so', async () => {
    const nonce = await issueFrameNonce(7);
    await claimFrameNonce(nonce, 7, 3);
    expect(await claimFrameNonce(nonce, 7, 3)).toBe(true);
    expect(await claimFrameNonce(nonce, 7, 4)).toBe(false);
    expect(await claimFrameNonce(nonce, 7, 3)).toBe(true);
  });

  it('is lost when another tab tries it', async () => {
    const nonce = await issueFrameNonce(7);
    expect(await claimFrameNonce(nonce, 8, 3)).toBe(false);
    expect(await claimFrameNonce(nonce, 7, 3)).toBe(false);
  });

  it('expires after a minute, claimed or not, and is forgotten when the next is issued', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const [nonce, claimed] = [await issueFrameNonce(7), await issueFrameNonce(7)];
    await fakeBrowser.storage.session.set({ 'side-panel:7': true });
    await claimFrameNonce(claimed, 7, 3);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await claimFrameNonce(nonce, 7, 3)).toBe(false);
    const next = await issueFrameNonce(7);
    const kept = Object.keys(await fakeBrowser.storage.session.get());
    expect(kept.sort()).toEqual([`frame-nonce:${next}`, 'side-panel:7']);
    expect(await claimFrameNonce(claimed, 7, 3)).toBe(false);
  });

  it('cannot be guessed', async () => {
    const nonces = await Promise.all(Array.from({ length: 50 }, () => issueFrameNonce(1)));
    expect(new Set(nonces).size).toBe(50);
    expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);
  });
});
