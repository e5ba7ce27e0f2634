import type { Conversation } from '../../domain/conversation';
import type { Break } from '../../protocol/console-health';
import type { ReadingPlan } from '../read/reading-plan';
import { guessPlan } from './guess-plan';

const sureOfComposer = 0.6;

/**
 * Whether the page's looks tell what a recipe seems to miss; where no conversation is open, neither does.
 * @param read by the console script, which has the code for it
 */
export function seesMore(
  what: Break,
  window: Window,
  read: (plan: ReadingPlan) => Conversation | undefined,
): boolean {
  const { plan, sure } = guessPlan(window);
  const conversation = plan && read(plan);
  if (conversation === undefined || conversation.composer === 'missing') return false;
  if (what === 'composer') return sure.composer >= sureOfComposer;
  return conversation.messages.some(({ role }) => role === 'customer');
}
