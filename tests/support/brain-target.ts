import type { CDPSession } from 'playwright-core';
import type { Desk } from './open-desk.ts';

/** The shared brain, of which Playwright knows no page, and a session with the browser to reach it by. */
export async function brainTarget(desk: Desk): Promise<{ session: CDPSession; targetId: string }> {
  const browser = desk.context.browser();
  if (browser === null) throw new Error('The context has no browser');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const brain = targetInfos.find(
    ({ type, url }) => type === 'shared_worker' && url.endsWith('/brain.js'),
  );
  if (brain === undefined) throw new Error('There is no brain');
  return { session, targetId: brain.targetId };
}
