import * as v from 'valibot';
import { figureSpans, figuresReplySchema } from './hub-figures';
import { changeCountsSchema, revisionsReplySchema } from './hub-history';
import { auditReplySchema, openInviteSchema, personSchema } from './hub-people';
import { roles } from './hub-sync';
import { count, id, text } from './wire-types';

/** What of an entry or a base can differ between two revisions. */
export const changedFields = [
  'title',
  'phrasings',
  'answer',
  'variants.en',
  'variants.zh',
  'asksFirst',
  'validFrom',
  'validUntil',
  'tags',
  'mustEdit',
  'links',
  'attachments',
  'name',
  'language',
  'holding',
  'scope',
  'routes',
  'smallTalk',
] as const;

export const changedEntrySchema = v.strictObject({
  id,
  title: v.string(),
  kind: v.picklist(['added', 'changed', 'removed', 'base', 'same']),
  /** Lists stand as lines; nothing is the empty text. */
  fields: v.array(
    v.strictObject({ field: v.picklist(changedFields), before: v.string(), after: v.string() }),
  ),
});
export type ChangedEntry = v.InferOutput<typeof changedEntrySchema>;

/**
 * Why the hub did not do it. `gone`: there is no such thing any more; `too-old`: it is not kept any
 * more; `conflict`: somebody did something meanwhile, or it would leave no administrator.
 */
export const hubRefusals = ['refused', 'gone', 'too-old', 'conflict', 'unreachable'] as const;
export type HubRefusal = (typeof hubRefusals)[number];

const told = <Schema extends v.GenericSchema>(reply: Schema) =>
  v.variant('outcome', [
    v.strictObject({ outcome: v.literal('told'), reply }),
    v.strictObject({ outcome: v.picklist(hubRefusals) }),
  ]);
const done = v.strictObject({ outcome: v.picklist(['done', ...hubRefusals]) });

/** What the pages about a team ask: its bases' history, and its people. */
export const teamPageCalls = {
  /** The newest revisions, or those before a version. */
  'team.history': {
    params: v.strictObject({ base: id, before: v.nullable(count) }),
    result: told(revisionsReplySchema),
  },
  /** What going from one version to another changes, forwards or back; so many from an offset on. */
  'team.diff': {
    params: v.strictObject({ base: id, from: count, to: count, offset: count }),
    result: told(
      v.strictObject({
        changes: v.array(changedEntrySchema),
        counts: changeCountsSchema,
        more: count,
      }),
    ),
  },
  /** Makes the base stand as it did at `to`; refused where `from` is not its newest any more. */
  'team.roll-back': {
    params: v.strictObject({ base: id, from: count, to: count, why: text }),
    result: done,
  },
  'team.people': {
    params: v.null(),
    result: told(
      v.strictObject({
        people: v.array(personSchema),
        /** Null for who may not see them. */
        invites: v.nullable(v.array(openInviteSchema)),
      }),
    ),
  },
  'team.take-back-invite': { params: v.strictObject({ invite: id }), result: done },
  /** In one base, or in all by `*`; null takes the role. */
  'team.change-role': {
    params: v.strictObject({ person: id, base: id, role: v.nullable(v.picklist(roles)) }),
    result: done,
  },
  'team.revoke': { params: v.strictObject({ device: id }), result: done },
  'team.remove-person': { params: v.strictObject({ person: id }), result: done },
  'team.rename': { params: v.strictObject({ name: text }), result: done },
  /** What was done with the team's answers on the last so many days. */
  'team.figures': {
    params: v.strictObject({ days: v.picklist([...figureSpans]) }),
    result: told(figuresReplySchema),
  },
  'team.audit': { params: v.strictObject({ offset: count }), result: told(auditReplySchema) },
} as const;
