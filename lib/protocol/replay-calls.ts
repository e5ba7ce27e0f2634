import * as v from 'valibot';
import { count, id } from './wire-types';

const text = v.pipe(v.string(), v.maxLength(20_000));

/** Questions that somebody brought along; more than these are not asked. */
export const mostImported = 1_000;

const changeSchema = v.strictObject({
  question: text,
  /** How what the question is answered with first would change. */
  kind: v.picklist(['answered', 'lost', 'another', 'reworded']),
  /** Titles of the answers that come first; null where none would. */
  before: v.nullable(text),
  after: v.nullable(text),
});
export type ReplayChange = v.InferOutput<typeof changeSchema>;

/** Real questions asked of a team's base as it is published, and as it would be. */
export const replayCalls = {
  'replay.run': {
    params: v.strictObject({
      base: id,
      /** Questions from elsewhere, that the person brought along. */
      imported: v.pipe(v.array(text), v.maxLength(mostImported)),
    }),
    result: v.variant('outcome', [
      v.strictObject({
        outcome: v.literal('done'),
        /** Where the questions come from; each counts once. */
        asked: v.strictObject({ own: count, flagged: count, imported: count }),
        /** Null where the hub did not tell the team's questions. */
        sharing: v.nullable(v.boolean()),
        unchanged: count,
        unanswered: count,
        counts: v.strictObject({ answered: count, lost: count, another: count, reworded: count }),
        /** What needs a look first; not all where there are very many. */
        changes: v.array(changeSchema),
      }),
      v.strictObject({ outcome: v.picklist(['too-large', 'nothing-changed']) }),
    ]),
  },
} as const;
