import * as v from 'valibot';
import { learnedPhrasingSchema, phrasingStates } from './learning-calls';
import { count, id, text } from './wire-types';

const ref = v.strictObject({ base: id, entry: id, id });
const decided = v.strictObject({
  outcome: v.picklist(['done', 'gone', 'does-not-fit', 'unreachable']),
});

/** What the picks of all agents of a team taught, where the team shares that. */
export const teamLearningCalls = {
  /**
   * An answer was picked: its message may go to the team, later, if the team wants it and the pick
   * stands by then.
   */
  'team-learning.offer': {
    params: v.strictObject({
      /** The number of its event. */
      seq: count,
    }),
    result: v.strictObject({ outcome: v.picklist(['waits', 'none']) }),
  },
  /** Whether the team shares it; null while its hub cannot be asked. */
  'team-learning.sharing': {
    params: v.null(),
    result: v.nullable(v.strictObject({ learned: v.boolean() })),
  },
  'team-learning.share': {
    params: v.strictObject({ learned: v.boolean() }),
    result: v.strictObject({ done: v.boolean() }),
  },
  /** Of all bases in which this person publishes; null while the hub cannot be asked. */
  'team-learning.list': {
    params: v.strictObject({ state: v.picklist(phrasingStates), limit: count }),
    result: v.nullable(
      v.strictObject({
        counts: v.strictObject({ live: count, accepted: count, refused: count }),
        /** Most picked first. */
        phrasings: v.array(learnedPhrasingSchema),
      }),
    ),
  },
  /** Makes it one of the entry's own phrasings, as a change to be published. */
  'team-learning.accept': {
    params: v.strictObject({ ...ref.entries, text: v.exactOptional(text) }),
    result: decided,
  },
  /** No machine of the team learns it any more. */
  'team-learning.refuse': { params: ref, result: decided },
  /** Takes back what was decided; what was accepted leaves the entry. */
  'team-learning.take-back': { params: ref, result: decided },
} as const;
