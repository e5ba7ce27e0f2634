import type { Desk } from './open-desk.ts';

/**
 * Ends the brain, and each one that is started after it, as on a machine that cannot bring one up.
 * (Keeping a new one waiting for a debugger does not last: Playwright, asked by every page about its
 * workers, lets each go at once.)
 * @returns what lets the next one live
 */
export async function holdBrain(desk: Desk): Promise<() => Promise<void>> {
  const browser = desk.context.browser();
  if (browser === null) throw new Error('The context has no browser');
  const session = await browser.newBrowserCDPSession();
  session.on('Target.targetCreated', ({ targetInfo: { targetId, url } }) => {
    // It may be gone already.
    if (url.endsWith('/brain.js')) session.send('Target.closeTarget', { targetId }).catch(() => {});
  });
  // Tells of those that are there, too.
  await session.send('Target.setDiscoverTargets', {
    discover: true,
    filter: [{ type: 'shared_worker' }],
  });
  // The browser may have ended before.
  return () => session.detach().catch(() => {});
}
