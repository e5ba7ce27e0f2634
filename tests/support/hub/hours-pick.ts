import type { Params } from '../../../lib/protocol/brain-calls';

/** What a brain is told when the answer to "when are you open" of the base "shop" was inserted. */
export const hoursPick = (eventId: string): Params<'event.record'> => ({
  event: {
    kind: 'inserted',
    cueText: 'when are you open',
    entry: { base: 'shop', id: 'hours' },
    place: 1,
  },
  eventId,
  conversationKey: 'c',
  consoleId: 'x',
});
