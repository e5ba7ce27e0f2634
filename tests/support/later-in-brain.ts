import type { Desk } from './open-desk';

/** Has the brain's clock go ahead by so much from now on, and so each time that it is called. */
export async function laterInBrain(desk: Desk, byMs: number): Promise<void> {
  const browser = desk.context.browser();
  if (browser === null) throw new Error('The context has no browser');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const brain = targetInfos.find(
    ({ type, url }) => type === 'shared_worker' && url.endsWith('/brain.js'),
  );
  if (brain === undefined) throw new Error('There is no brain');
  // Playwright knows no pages of this kind, so what is said to it goes as text.
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: brain.targetId,
    flatten: false,
  });
  const done = new Promise<void>((resolve) => {
    session.on('Target.receivedMessageFromTarget', () => resolve());
  });
  const expression = `{ const before = Date.now; Date.now = () => before() + ${byMs}; }`;
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  await done;
  await session.detach();
}
