import type { Role } from '../../domain/message';
import type { Recipe } from '../../protocol/recipe';
import type { TeachReading } from '../../protocol/teach-messages';
import { completeRecipe } from '../generic/complete-recipe';
import { isVisible } from '../read/is-visible';
import { readConversation } from '../read/read-conversation';

const mostLatest = 4;
const longestWords = 160;

/** What a recipe makes of the page now, in as many words as one needs to see whether it is right. */
export function readForTeacher(recipe: Recipe, window: Window): TeachReading | null {
  const conversation = readConversation(completeRecipe(recipe), window, isVisible);
  if (conversation === undefined) return null;
  const { messages, customerName, fields = {}, composer } = conversation;
  const count = (role: Role) => messages.filter((message) => message.role === role).length;
  return {
    customer: count('customer'),
    agent: count('agent'),
    composer: composer !== 'missing',
    customerName: customerName?.slice(0, longestWords) ?? null,
    fields,
    latest: messages.slice(-mostLatest).map(({ role, text }) => ({
      role: role === 'customer' || role === 'agent' ? role : 'neither',
      text: text.slice(0, longestWords),
    })),
  };
}
