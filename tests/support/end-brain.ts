import { brainTarget } from './brain-target.ts';
import type { Desk } from './open-desk';

/** Ends the shared brain as a crash does: without a word to anyone. */
export async function endBrain(desk: Desk): Promise<void> {
  const { session, targetId } = await brainTarget(desk);
  await session.send('Target.closeTarget', { targetId });
  await session.detach();
}
