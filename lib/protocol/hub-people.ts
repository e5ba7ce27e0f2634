import * as v from 'valibot';
import { roles, teamNameSchema } from './hub-sync';
import { scopeSchema } from './hub-team';
import { count } from './wire-types';

const role = v.picklist(roles);
const held = v.strictObject({ kb: scopeSchema, role });

/** One of a person's browsers. */
const deviceSchema = v.strictObject({
  id: v.string(),
  joinedAt: v.number(),
  /** When it was last in touch; null when it never was. */
  seenAt: v.nullable(v.number()),
  revoked: v.boolean(),
  /** The one that asks. */
  isThis: v.boolean(),
});
/** A person of the organisation. */
export const personSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  roles: v.array(held),
  /** Told only to who may take them away. */
  devices: v.array(deviceSchema),
  isYou: v.boolean(),
});
export type Person = v.InferOutput<typeof personSchema>;
export const peopleReplySchema = v.strictObject({ people: v.array(personSchema) });

/** An invite that nobody has used yet; its id opens nothing. */
export const openInviteSchema = v.strictObject({
  id: v.string(),
  ...held.entries,
  by: v.nullable(v.string()),
  expiresAt: v.number(),
});
export type OpenInvite = v.InferOutput<typeof openInviteSchema>;
export const invitesReplySchema = v.strictObject({ invites: v.array(openInviteSchema) });

/** What a person may do in one base or in all; null takes what they had there. */
export const changeRoleSchema = v.strictObject({ kb: scopeSchema, role: v.nullable(role) });

/** What the team is called from now on. */
export const renameSchema = v.strictObject({ name: teamNameSchema });

/** Who did what. A deed that this version has no words for is shown as it is written. */
export const deedSchema = v.object({
  id: v.string(),
  at: v.number(),
  /** Null: the hub itself. */
  by: v.nullable(v.string()),
  deed: v.string(),
  about: v.string(),
  /** Whom it was done to. */
  whom: v.nullable(v.string()),
  /** Of a publication: the number of its revision, as the history counts them. */
  revision: v.exactOptional(v.nullable(count), null),
  /** Whose approvals published it. */
  approvedBy: v.exactOptional(v.array(v.string()), []),
});
export type Deed = v.InferOutput<typeof deedSchema>;
export const auditQuerySchema = v.object({
  offset: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)), '0'),
});
export const auditReplySchema = v.strictObject({ deeds: v.array(deedSchema), more: count });
