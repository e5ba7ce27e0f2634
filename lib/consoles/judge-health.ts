import type { Conversation } from '../domain/conversation';
import type { Break } from '../protocol/console-health';

/** What a recipe makes of the page now. */
export type Sight = {
  readonly isListFound: boolean;
  readonly conversation: Conversation | null;
  /** Insertions that have failed one after the other. */
  readonly failed: number;
};

/** One failure may be the page's mood; two in a row are the recipe's. */
const mostFailed = 2;

/**
 * What of a recipe may no longer fit. A page without an open conversation looks the same: only where
 * the reader without a recipe sees more is it broken.
 */
export function suspicionOf({ isListFound, conversation, failed }: Sight): Break | undefined {
  if (failed >= mostFailed) return 'inserts';
  if (!isListFound) return 'list';
  if (conversation === null) return undefined;
  if (!conversation.messages.some(({ role }) => role === 'customer' || role === 'agent')) {
    return 'roles';
  }
  return conversation.composer === 'missing' ? 'composer' : undefined;
}
