import * as v from 'valibot';
import { opSchema } from './hub-ops';
import { cursorSchema, kbSchema, roles } from './hub-sync';
import { count, secret, why } from './wire-types';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const role = v.picklist(roles);
/** One base, or `*` for all of the organisation. */
export const scopeSchema = v.union([v.literal('*'), kbSchema]);

export const joinSchema = v.strictObject({
  invite: secret,
  name,
  /** Events up to this number of the device are its own: they are from before it joined. */
  eventsFrom: count,
});
export const joinReplySchema = v.strictObject({ token: secret, organisation: name, name });

/** What a hub offers somebody who has no invite. */
export const offerReplySchema = v.object({ hub: v.literal('cuecard'), signIn: v.boolean() });
/** The code as the browser showed it, from whoever began the sign-in; answered as joining is. */
export const signInSchema = v.strictObject({
  secret,
  code: v.pipe(
    v.string(),
    v.maxLength(40),
    v.transform((code) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')),
  ),
  eventsFrom: count,
});

export const inviteSchema = v.strictObject({ role, kb: scopeSchema });
export const inviteReplySchema = v.strictObject({ invite: secret, expiresAt: v.number() });

/** Lets one more browser of whoever asked for it in, as the same person. */
export const deviceLinkReplySchema = v.strictObject({ link: secret, expiresAt: v.number() });
export const linkOwnerSchema = v.strictObject({ link: secret });
/** As whom the link lets in, and where. */
export const linkOwnerReplySchema = v.strictObject({ name, organisation: name });
/** Answered as joining is. */
export const joinAgainSchema = v.strictObject({ link: secret, eventsFrom: count });

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
