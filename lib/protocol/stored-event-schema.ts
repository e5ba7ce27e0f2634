import * as v from 'valibot';
import type { StoredEvent } from '../domain/pick';
import { longestField, longestMessage } from './conversation-schema';
import { gapIdSchema } from './hub-gaps';
import { count, id } from './wire-types';

const text = v.pipe(v.string(), v.maxLength(longestMessage * 4));
const entryRef = v.strictObject({ base: id, id });

/** What a face may tell of. */
export const agentEventSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('shown'), cueText: text, entries: v.array(entryRef) }),
  v.strictObject({ kind: v.literal('inserted'), cueText: text, entry: entryRef, place: count }),
  v.strictObject({
    kind: v.literal('edited'),
    cueText: text,
    entry: entryRef,
    place: count,
    before: text,
    after: text,
  }),
  v.strictObject({ kind: v.literal('insert-undone'), cueText: text, entry: entryRef }),
  v.strictObject({ kind: v.literal('rejected'), cueText: text, entry: entryRef }),
  v.strictObject({ kind: v.literal('rejection-undone'), cueText: text, entry: entryRef }),
  v.strictObject({ kind: v.literal('gap'), cueText: text }),
  v.strictObject({
    kind: v.literal('gap-undone'),
    cueText: text,
    sentAs: v.exactOptional(gapIdSchema),
  }),
]);

const learningDecisionSchema = v.strictObject({
  kind: v.picklist(['phrasing-accepted', 'phrasing-refused', 'phrasing-taken-back']),
  cueText: v.literal(''),
  entry: entryRef,
  phrasing: id,
});

const retrainedSchema = v.strictObject({
  kind: v.literal('ranking-retrained'),
  cueText: v.literal(''),
  upTo: count,
});

const originWord = v.pipe(v.string(), v.maxLength(longestField));
export const eventOrigin = {
  region: v.exactOptional(originWord),
  channel: v.exactOptional(originWord),
};
const keeping = {
  seq: count,
  eventId: v.exactOptional(id),
  at: v.number(),
  conversationKey: id,
  consoleId: id,
  ...eventOrigin,
};
export const storedEventSchema = v.union(
  [...agentEventSchema.options, learningDecisionSchema, retrainedSchema].map(({ entries }) =>
    v.strictObject({ ...entries, ...keeping }),
  ),
) as unknown as v.GenericSchema<unknown, StoredEvent>;
