import { brainTarget } from './brain-target.ts';
import type { Desk } from './open-desk';

/** Has the brain's clock go ahead by so much from now on, and so each time that it is called. */
export async function laterInBrain(desk: Desk, byMs: number): Promise<void> {
  const { session, targetId } = await brainTarget(desk);
  // What is said to it goes as text.
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId,
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
