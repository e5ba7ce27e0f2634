import * as v from 'valibot';
import { opSchema } from './hub-ops';
import { cursorSchema, kbSchema, roles } from './hub-sync';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const secret = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
export const why = v.pipe(v.string(), v.trim(), v.maxLength(2_000));
const role = v.picklist(roles);
/** One base, or `*` for all of the organisation. */
const scope = v.union([v.literal('*'), kbSchema]);

export const joinSchema = v.strictObject({
  invite: secret,
  name,
  /** Events up to this number of the device are its own: they are from before it joined. */
  eventsFrom: count,
});
export const joinReplySchema = v.strictObject({ token: secret, organisation: name, name });

export const inviteSchema = v.strictObject({ role, kb: scope });
export const inviteReplySchema = v.strictObject({ invite: secret, expiresAt: v.number() });

/** A person of the organisation. */
const personSchema = v.strictObject({
  id: v.string(),
  name,
  roles: v.array(v.strictObject({ kb: scope, role })),
  devices: v.array(v.strictObject({ id: v.string(), joinedAt: v.number(), revoked: v.boolean() })),
});
export const peopleReplySchema = v.strictObject({ people: v.array(personSchema) });

export const newBaseSchema = v.strictObject({ kb: kbSchema });
export const newBaseReplySchema = v.strictObject({ kb: kbSchema, isNew: v.boolean() });

/** Changes that are published as one: all of them or none. */
export const publishSchema = v.strictObject({
  why,
  changes: v.pipe(
    v.array(
      v.strictObject({
        op: opSchema,
        /** The version that the change was made on; newer ones by others are not overwritten. */
        basedOn: count,
      }),
    ),
    v.minLength(1),
    v.maxLength(5_000),
  ),
});
export const publishReplySchema = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('published'), head: cursorSchema }),
  v.strictObject({ outcome: v.literal('conflict'), subjects: v.array(v.string()) }),
]);
export type PublishReply = v.InferOutput<typeof publishReplySchema>;

const revisionSchema = v.strictObject({
  /** The versions after `from` up to `version` are its changes. */
  from: count,
  version: count,
  at: v.number(),
  by: v.string(),
  why: v.string(),
  rollbackTo: v.nullable(count),
});
export const revisionsReplySchema = v.strictObject({ revisions: v.array(revisionSchema) });

/** What a stretch of versions changed, by entry: its operation before and after. */
export const diffReplySchema = v.strictObject({
  changes: v.array(
    v.strictObject({ subject: v.string(), before: v.nullable(opSchema), after: opSchema }),
  ),
});
export const rollbackSchema = v.strictObject({ to: count, why });

/** `override`: a copy that stands in the original's place where its base applies. */
export const moveHow = v.picklist(['move', 'copy', 'override']);
export type MoveHow = v.InferOutput<typeof moveHow>;

/** Entries of the base in the address that shall stand in another one. */
export const moveSchema = v.strictObject({
  to: kbSchema,
  ids: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.minLength(1), v.maxLength(500)),
  how: moveHow,
});
export const moveReplySchema = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('moved') }),
  /** These are no more, or something else has their id there; nothing was done. */
  v.strictObject({ outcome: v.literal('conflict'), subjects: v.array(v.string()) }),
]);
export type MoveReply = v.InferOutput<typeof moveReplySchema>;

/** How many panels have the newest version. */
export const panelsReplySchema = v.strictObject({ current: count, total: count });
