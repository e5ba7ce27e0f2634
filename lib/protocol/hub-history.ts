import * as v from 'valibot';
import { opSchema } from './hub-ops';
import { count, why } from './wire-types';

/** A number in an address. */
const figure = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

/** How many entries came, changed and went; a base's own fields count once they change. */
export const changeCountsSchema = v.strictObject({ added: count, changed: count, removed: count });
export type ChangeCounts = v.InferOutput<typeof changeCountsSchema>;

const revisionSchema = v.strictObject({
  /** Counted from the base's first revision, which is 1. */
  number: count,
  /** The versions after `from` up to `version` are its changes. */
  from: count,
  version: count,
  at: v.number(),
  by: v.string(),
  why: v.string(),
  rollbackTo: v.nullable(count),
  /** Null when its changes are not kept any more: it cannot be looked at, nor gone back to. */
  counts: v.nullable(changeCountsSchema),
});
export type Revision = v.InferOutput<typeof revisionSchema>;

export const revisionsQuerySchema = v.object({
  /** Only those of lower versions. */
  before: v.exactOptional(figure),
});
export const revisionsReplySchema = v.strictObject({
  /** The newest first. */
  revisions: v.array(revisionSchema),
  /** How many older ones there are. */
  more: count,
  /** How many panels show which version; of all revisions, not only of these. */
  panels: v.array(v.strictObject({ version: count, panels: count })),
});
export type RevisionsReply = v.InferOutput<typeof revisionsReplySchema>;

/** How a subject stood and how it stands after. */
export const changeSchema = v.strictObject({
  subject: v.string(),
  before: v.nullable(opSchema),
  after: opSchema,
});
export type Change = v.InferOutput<typeof changeSchema>;

export const diffQuerySchema = v.object({ offset: v.exactOptional(figure, '0') });
/** What a stretch of versions changed, by entry: its operation before and after. */
export const diffReplySchema = v.strictObject({
  changes: v.array(changeSchema),
  /** Of all changes, not only of these. */
  counts: changeCountsSchema,
  more: count,
});

export const rollbackSchema = v.strictObject({
  to: count,
  why,
  /** The newest version that was looked at; with a newer one, nothing is gone back over unseen. */
  from: v.exactOptional(count),
});
