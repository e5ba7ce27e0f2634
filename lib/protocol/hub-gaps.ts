import * as v from 'valibot';
import type { RedactionRule } from '../domain/redaction-rule';

export const gapIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const id = gapIdSchema;
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));
const consoleId = v.pipe(v.string(), v.maxLength(300));

export const redactionSchema: v.GenericSchema<unknown, RedactionRule[]> = v.pipe(
  v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[\p{L}\p{N} _-]{1,30}$/u)),
      // Something must be told by it: a lone letter would put every word out of sight.
      pattern: v.pipe(v.string(), v.minLength(3), v.maxLength(60)),
    }),
  ),
  v.maxLength(50),
);

/** Whether questions without an answer go to the hub unasked, and what is put out of sight first. */
export const sharingSchema = v.strictObject({ sharing: v.boolean(), redaction: redactionSchema });
export type Sharing = v.InferOutput<typeof sharingSchema>;

export const newGapSchema = v.strictObject({
  /** The same for each try to send it. */
  id,
  /** Redacted already; the hub does it again. */
  text,
  consoleId,
  /** The agent saw just this text and sent it. */
  confirmed: v.boolean(),
});

const gapSchema = v.strictObject({ id, text, consoleId, at: v.number() });
export type Gap = v.InferOutput<typeof gapSchema>;
export const gapsReplySchema = v.strictObject({ gaps: v.array(gapSchema) });
export const closeGapsSchema = v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(500)) });
/** By the device that sent it; also of one that has not come yet. */
export const takeBackGapSchema = v.strictObject({ id });
