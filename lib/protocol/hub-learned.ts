import * as v from 'valibot';
import { redactionSchema } from './hub-gaps';
import { kbSchema } from './hub-sync';
import { count } from './wire-types';

/** Of longer messages nothing goes: they tell more of a customer than of how one asks. */
export const longestLearned = 500;
/** More of them than anybody refuses; the newest hold. */
export const mostRefused = 20_000;

const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/));
const entry = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(longestLearned));
/** The hash of an entry and a text. */
const phrasing = v.pipe(v.string(), v.regex(/^[0-9a-f]{14}$/));
const seq = v.pipe(count, v.maxValue(2 ** 40));
const time = v.pipe(v.number(), v.safeInteger());

/** Whether a team shares how customers ask when an agent picks an answer, and what is put out of sight. */
export const learnedSharingSchema = v.object({ learned: v.boolean(), redaction: redactionSchema });
export type LearnedSharing = v.InferOutput<typeof learnedSharingSchema>;
export const setLearnedSharingSchema = v.strictObject({ learned: v.boolean() });

/** A pick that taught something: the entry and the customer's words, and nothing else of it. */
export const sharedPicksSchema = v.strictObject({
  picks: v.pipe(
    v.array(
      v.strictObject({
        /** The device's own number of it: the same for each try, and for taking it back. */
        seq,
        base: kbSchema,
        entry,
        /** Redacted already; the hub does it again. */
        text,
      }),
    ),
    v.maxLength(50),
  ),
});
export type SharedPick = v.InferOutput<typeof sharedPicksSchema>['picks'][number];
export const takeBackPicksSchema = v.strictObject({
  seqs: v.pipe(v.array(seq), v.maxLength(500)),
});

const teamPhrasingSchema = v.object({
  phrasing,
  entry,
  /** Null for what was refused so long ago that its text has aged out. */
  text: v.nullable(v.string()),
  decision: v.nullable(v.picklist(['accepted', 'refused'])),
  picks: count,
  people: count,
  firstAt: v.nullable(time),
  lastAt: v.nullable(time),
});
export type TeamPhrasing = v.InferOutput<typeof teamPhrasingSchema>;
export const teamPhrasingsSchema = v.object({ phrasings: v.array(teamPhrasingSchema) });

export const decideLearnedSchema = v.strictObject({
  entry,
  phrasing,
  /** Null: nothing is decided any more. */
  decision: v.nullable(v.picklist(['accepted', 'refused'])),
});
export type LearnedDecisionMade = v.InferOutput<typeof decideLearnedSchema>['decision'];

/** What no machine of the team learns: hashes only. A machine makes the same of its own texts. */
export const refusedReplySchema = v.object({
  /** Another one after each change; null before the first. */
  mark: v.nullable(key),
  redaction: redactionSchema,
  refused: v.pipe(v.array(phrasing), v.maxLength(mostRefused)),
});
export type RefusedReply = v.InferOutput<typeof refusedReplySchema>;
