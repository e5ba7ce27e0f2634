import type { Conversation } from '../../domain/conversation';
import type { Break } from '../../protocol/console-health';
import type { Recipe } from '../../protocol/recipe';
import { isVisible } from '../read/is-visible';
import { findConsoleDocument, findList } from '../read/read-scene';
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
  recipe: Recipe,
): boolean {
  const { plan, sure } = guessPlan(window);
  const conversation = plan && read(plan);
  if (what === 'roles' && conversation === undefined) return tellsRoles(window, read, recipe);
  if (conversation === undefined || conversation.composer === 'missing') return false;
  if (what === 'composer') return sure.composer >= sureOfComposer;
  return conversation.messages.some(({ role }) => role === 'customer');
}

/**
 * Whether rows of the list that the recipe finds can be told apart, be they too few and short to find
 * a list by. Both sides must be there: lines of the console's own are none of them.
 */
function tellsRoles(
  window: Window,
  read: (plan: ReadingPlan) => Conversation | undefined,
  recipe: Recipe,
): boolean {
  const document = findConsoleDocument(recipe, window, isVisible);
  const list = document && findList(recipe, document, isVisible);
  const plan = list && guessPlan(window, list).plan;
  const messages = (plan && read(plan)?.messages) ?? [];
  return (['customer', 'agent'] as const).every((role) =>
    messages.some((message) => message.role === role),
  );
}
