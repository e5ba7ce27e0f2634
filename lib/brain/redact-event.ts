import type { AgentEvent } from '../domain/pick';
import { redact } from '../privacy/redact';

/** The event as it may be stored: nothing in its texts tells how to reach or charge a customer. */
export function redactEvent(event: AgentEvent): AgentEvent {
  const cueText = redact(event.cueText);
  return event.kind === 'edited'
    ? { ...event, cueText, before: redact(event.before), after: redact(event.after) }
    : { ...event, cueText };
}
