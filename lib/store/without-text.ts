import type { StoredEvent } from '../domain/pick';

/** Whether the event still holds what somebody wrote. */
export const hasText = (event: StoredEvent) =>
  event.cueText !== '' || (event.kind === 'edited' && (event.before !== '' || event.after !== ''));

/** The event with all that somebody wrote taken out of it. */
export const withoutText = (event: StoredEvent): StoredEvent =>
  event.kind === 'edited'
    ? { ...event, cueText: '', before: '', after: '' }
    : { ...event, cueText: '' };
