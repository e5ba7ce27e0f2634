import type { Conversation } from '../../domain/conversation';
import type { Message } from '../../domain/message';
import { pageFields } from '../../domain/slots';

/** Whether a face would show the same for both. */
export function isSameConversation(one: Conversation | null, other: Conversation | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.key === other.key &&
    one.consoleId === other.consoleId &&
    one.host === other.host &&
    one.customerName === other.customerName &&
    one.agentName === other.agentName &&
    one.composer === other.composer &&
    one.hasDraft === other.hasDraft &&
    pageFields.every((field) => one.fields?.[field] === other.fields?.[field]) &&
    isSameMessages(one.messages, other.messages)
  );
}

/** From the newest back: that is where a difference shows soonest. */
function isSameMessages(one: readonly Message[], other: readonly Message[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let at = one.length - 1; at >= 0; at--) {
    const left = one[at];
    const right = other[at];
    if (left === right) continue;
    if (
      left?.id !== right?.id ||
      left?.role !== right?.role ||
      left?.kind !== right?.kind ||
      left?.text !== right?.text ||
      left?.at !== right?.at
    ) {
      return false;
    }
  }
  return true;
}
