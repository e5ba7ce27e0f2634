import type { Desk } from './open-desk.ts';

/**
 * Keeps every brain that is started from now on from running, as a machine does that is busy.
 * @returns what lets them run
 */
export async function holdBrain(desk: Desk): Promise<() => Promise<void>> {
  const browser = desk.context.browser();
  if (browser === null) throw new Error('The context has no browser');
  const session = await browser.newBrowserCDPSession();
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'shared_worker' }],
  });
  return () => session.detach();
}
