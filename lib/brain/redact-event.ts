import type { AgentEvent, EventOrigin } from '../domain/pick';
import { redact } from '../privacy/redact';

/** The event as it may be stored: nothing in its texts tells how to reach or charge a customer. */
export function redactEvent(event: AgentEvent): AgentEvent {
  const cueText = redact(event.cueText);
  return event.kind === 'edited'
    ? { ...event, cueText, before: redact(event.before), after: redact(event.after) }
    : { ...event, cueText };
}

/** As `redactEvent`: whoever pointed at the wrong place of a page may have taught us a phone number. */
export function redactOrigin({ region, channel }: EventOrigin): EventOrigin {
  return {
    ...(region === undefined ? {} : { region: redact(region) }),
    ...(channel === undefined ? {} : { channel: redact(channel) }),
  };
}
