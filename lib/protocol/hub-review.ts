import * as v from 'valibot';
import { changeSchema } from './hub-history';
import { publishSchema } from './hub-team';
import { count, time, why } from './wire-types';

const name = v.string();

/** How many supervisors must approve a change before it is published. */
export const reviewRuleSchema = v.strictObject({ approvals: v.picklist([0, 1, 2]) });

/** Changes that are handed in, to be published when approved, at once or at a time. */
export const handInSchema = v.pipe(
  v.strictObject({
    ...publishSchema.entries,
    /** Not before this time, in ms since 1970. */
    publishAt: time,
    /** From this time on everything stands again as it did before. */
    expireAt: time,
  }),
  v.check(
    ({ publishAt, expireAt }) => expireAt === null || expireAt > (publishAt ?? 0),
    'must end after it begins',
  ),
);

/** What became of a deed: it may have been the last that was missing. */
export const reviewReplySchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.picklist(['waiting', 'scheduled', 'published', 'closed']),
    /** Of what was handed in. */
    id: v.exactOptional(v.string()),
  }),
  /** These stand otherwise by now than when they were changed; nothing was published. */
  v.strictObject({ outcome: v.literal('conflict'), subjects: v.array(v.string()) }),
]);
export type ReviewReply = v.InferOutput<typeof reviewReplySchema>;

export const approveSchema = v.strictObject({
  /** The version of the base that the approver compared with. */
  seen: count,
  /** Write over what others changed up to there. */
  overwrite: v.boolean(),
});
export const refuseSchema = v.strictObject({ word: v.pipe(why, v.minLength(1)) });

export const proposalStates = [
  'waiting',
  /** Approved, until its time comes. */
  'scheduled',
  /** Its time came, and others had changed the same. */
  'stuck',
  'published',
  /** Published, and taken back when its time was over. */
  'expired',
  'refused',
  'withdrawn',
] as const;

const proposalSchema = v.strictObject({
  id: v.string(),
  by: name,
  isMine: v.boolean(),
  at: v.number(),
  why: v.string(),
  state: v.picklist(proposalStates),
  approvedBy: v.array(name),
  needed: count,
  /** Whether who asks may approve it. */
  mayApprove: v.boolean(),
  publishAt: time,
  expireAt: time,
  word: v.string(),
  changes: count,
});
export type Proposal = v.InferOutput<typeof proposalSchema>;

/** What waits for review or its time, and what was decided last. */
export const reviewListSchema = v.strictObject({
  approvals: v.picklist([0, 1, 2]),
  proposals: v.array(proposalSchema),
});

/** How a proposal differs from what stands. */
export const proposalDiffSchema = v.strictObject({
  /** The version of the base that it is compared with. */
  version: count,
  changes: v.array(
    v.strictObject({
      ...changeSchema.entries,
      /** Somebody else changed it since. */
      moved: v.boolean(),
    }),
  ),
});
export type ProposalDiff = v.InferOutput<typeof proposalDiffSchema>;
