import * as v from 'valibot';
import { reviewListSchema, reviewReplySchema } from './hub-review';
import { moveHow } from './hub-team';
import { changedEntrySchema } from './team-page-calls';
import { count, id, text, time } from './wire-types';

const reviewedSchema = v.variant('outcome', [
  ...reviewReplySchema.options,
  v.strictObject({ outcome: v.picklist(['unreachable', 'refused']) }),
]);
export type Reviewed = v.InferOutput<typeof reviewedSchema>;

/** What a proposal changes, and of which version of the base. */
const proposedSchema = v.strictObject({
  version: count,
  changes: v.array(v.strictObject({ ...changedEntrySchema.entries, moved: v.boolean() })),
});
export type Proposed = v.InferOutput<typeof proposedSchema>;

/** What a face may do with changes that wait for review or for their time. */
export const reviewCalls = {
  /** Null while the hub cannot be asked. */
  'review.list': {
    params: v.strictObject({ base: id }),
    result: v.nullable(reviewListSchema),
  },
  /** Hands in all changes of a base that are not handed in yet. */
  'review.hand-in': {
    params: v.strictObject({ base: id, why: text, publishAt: time, expireAt: time }),
    result: reviewedSchema,
  },
  'review.diff': {
    params: v.strictObject({ base: id, proposal: id }),
    result: v.nullable(proposedSchema),
  },
  'review.decide': {
    params: v.strictObject({
      base: id,
      proposal: id,
      decision: v.variant('deed', [
        v.strictObject({ deed: v.literal('approve'), seen: count, overwrite: v.boolean() }),
        v.strictObject({ deed: v.literal('refuse'), word: text }),
        v.strictObject({ deed: v.literal('withdraw') }),
      ]),
    }),
    result: reviewedSchema,
  },
  /** Moves or copies answers, as they stand at the hub, to another base of the team. */
  'team.move': {
    params: v.strictObject({ base: id, to: id, ids: v.array(id), how: moveHow }),
    result: v.strictObject({
      outcome: v.picklist(['moved', 'conflict', 'asks-review', 'unreachable', 'refused']),
    }),
  },
  'review.ask-for': {
    params: v.strictObject({ base: id, approvals: v.picklist([0, 1, 2]) }),
    result: v.strictObject({ done: v.boolean() }),
  },
} as const;
