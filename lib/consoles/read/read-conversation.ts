import type { Conversation } from '../../domain/conversation';
import type { IsVisible } from './is-visible';
import { readMessages } from './read-messages';
import { findConsoleDocument, findList, readScene } from './read-scene';
import type { ReadingPlan } from './reading-plan';

/** The conversation that the page shows at this moment, read once; undefined while it shows none. */
export function readConversation(
  recipe: ReadingPlan,
  window: Window,
  isVisible: IsVisible,
): Conversation | undefined {
  const document = findConsoleDocument(recipe, window, isVisible);
  const list = document && findList(recipe, document, isVisible);
  if (list === undefined) return undefined;
  const { messages } = readMessages(list, recipe, new WeakMap());
  return readScene(recipe, window, list, messages, isVisible);
}

/** Its key alone. To be asked again right before writing into the reply box. */
export const readConversationKey = (
  recipe: ReadingPlan,
  window: Window,
  isVisible: IsVisible,
): string | undefined => readConversation(recipe, window, isVisible)?.key;
