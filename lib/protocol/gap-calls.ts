import * as v from 'valibot';
import { gapsReplySchema, redactionSchema, sharingSchema } from './hub-gaps';

const id = v.pipe(v.string(), v.maxLength(64));
const text = v.pipe(v.string(), v.maxLength(20_000));
const consoleId = v.pipe(v.string(), v.maxLength(300));

const offered = v.variant('outcome', [
  v.strictObject({ outcome: v.picklist(['sent', 'none', 'unreachable', 'refused']) }),
  /** Nothing was sent: this text would be, if the agent says so. */
  v.strictObject({ outcome: v.literal('ask'), text }),
]);
export type GapOffered = v.InferOutput<typeof offered>;

const takenBack = v.strictObject({
  outcome: v.picklist(['taken-back', 'none', 'unreachable', 'refused']),
});
export type GapTakenBack = v.InferOutput<typeof takenBack>;

/** Questions that no answer fits, on their way to the team. `none`: there is no team to ask. */
export const gapCalls = {
  'gaps.offer': { params: v.strictObject({ id, text, consoleId }), result: offered },
  /** Sends the text that the agent saw and confirmed. */
  'gaps.send': { params: v.strictObject({ id, text, consoleId }), result: offered },
  /** Takes a question of this machine's back from the team, whether it got there or not. */
  'gaps.take-back': { params: v.strictObject({ id }), result: takenBack },
  /** Null while the hub cannot be asked. */
  'gaps.list': {
    params: v.null(),
    result: v.nullable(v.strictObject({ ...gapsReplySchema.entries, ...sharingSchema.entries })),
  },
  'gaps.close': {
    params: v.strictObject({ ids: v.array(id) }),
    result: v.strictObject({ done: v.boolean() }),
  },
  'gaps.rules': {
    params: v.strictObject({ sharing: v.boolean(), redaction: redactionSchema }),
    result: v.strictObject({ done: v.boolean() }),
  },
} as const;
