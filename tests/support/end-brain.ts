import type { Desk } from './open-desk';

/** Ends the shared brain as a crash does: without a word to anyone. */
export async function endBrain(desk: Desk): Promise<void> {
  const browser = desk.context.browser();
  if (browser === null) throw new Error('The context has no browser');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const brain = targetInfos.find(
    ({ type, url }) => type === 'shared_worker' && url.endsWith('/brain.js'),
  );
  if (brain === undefined) throw new Error('There is no brain');
  await session.send('Target.closeTarget', { targetId: brain.targetId });
  await session.detach();
}
