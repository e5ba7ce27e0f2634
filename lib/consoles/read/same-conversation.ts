import type { Conversation } from '../../domain/conversation';
import type { Message } from '../../domain/message';

/** Whether a face would show the same for both. */
export function isSameConversation(one: Conversation | null, other: Conversation | null): boolean {
  if (one === null || other === null) return one === other;
  return sceneOf(one) === sceneOf(other) && isSameMessages(one.messages, other.messages);
}

/** All but the messages; one reader writes it, always in the same order. */
const sceneOf = (one: Conversation) => JSON.stringify({ ...one, messages: 0 });

const told = ['id', 'role', 'kind', 'text', 'at'] as const;

function isSameMessages(one: readonly Message[], other: readonly Message[]): boolean {
  return (
    one.length === other.length &&
    one.every((left, at) => told.every((part) => left[part] === other[at]?.[part]))
  );
}
