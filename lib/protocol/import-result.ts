import * as v from 'valibot';
import { longestMessage } from './conversation-schema';
import { count, id } from './wire-types';

const text = v.pipe(v.string(), v.maxLength(longestMessage * 4));

export const baseSummarySchema = v.strictObject({
  id,
  name: text,
  language: v.picklist(['en', 'zh']),
  smallTalk: v.boolean(),
  entries: count,
  holding: v.nullable(text),
});
export type BaseSummary = v.InferOutput<typeof baseSummarySchema>;

/** One thing wrong with a file, and where. `entry` counts from 1; 0 means the file as a whole. */
const fileProblemSchema = v.strictObject({ entry: count, field: text, message: text });
export type FileProblem = v.InferOutput<typeof fileProblemSchema>;

export const importedFields = {
  base: baseSummarySchema,
  added: count,
  changed: count,
  same: count,
  removed: count,
};

export const importResultSchema = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('imported'), ...importedFields }),
  v.strictObject({
    outcome: v.literal('refused'),
    problems: v.array(fileProblemSchema),
    more: count,
  }),
]);
export type ImportResult = v.InferOutput<typeof importResultSchema>;
