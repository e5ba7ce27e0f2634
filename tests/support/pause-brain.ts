import { brainTarget } from './brain-target.ts';
import type { Desk } from './open-desk.ts';

/**
 * Makes the brain do nothing from its next step on, as when the machine is very busy.
 * @returns what lets it go on
 */
export async function pauseBrain(desk: Desk): Promise<() => Promise<void>> {
  const { session, targetId } = await brainTarget(desk);
  // What is said to it goes as text.
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId,
    flatten: false,
  });
  let last = 0;
  const tell = (method: string) => {
    const id = ++last;
    const done = new Promise<void>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        if (JSON.parse(message).id === id) resolve();
      });
    });
    const message = JSON.stringify({ id, method });
    return Promise.all([done, session.send('Target.sendMessageToTarget', { sessionId, message })]);
  };
  await tell('Debugger.enable');
  await tell('Debugger.pause');
  // The browser may have ended before.
  return () => session.detach().catch(() => {});
}
