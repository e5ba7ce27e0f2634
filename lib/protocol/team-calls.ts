import * as v from 'valibot';
import { roles } from './hub-sync';
import { count, id, text } from './wire-types';

/**
 * How this machine stands with its team. `offline`: there is no network; `unreachable`: there is,
 * but the hub does not answer; `removed`: it took the access away, and the team's answers are gone;
 * `needs-update` and `hub-old`: this extension, or the hub, is too old for the other.
 */
export const teamStatusSchema = v.strictObject({
  state: v.picklist([
    'none',
    'synced',
    'catching-up',
    'offline',
    'unreachable',
    'removed',
    'needs-update',
    'hub-old',
  ]),
  /** Since when it is so, in ms since 1970. */
  since: v.number(),
  organisation: text,
  hub: text,
  /** In the whole organisation. */
  role: v.nullable(v.picklist(roles)),
  bases: v.array(v.strictObject({ kb: id, role: v.picklist(roles), unpublished: count })),
});
export type TeamStatus = v.InferOutput<typeof teamStatusSchema>;

export const noTeam: TeamStatus = {
  state: 'none',
  since: 0,
  organisation: '',
  hub: '',
  role: null,
  bases: [],
};

export const teamNewsSchema = v.strictObject({
  news: v.literal('team.changed'),
  team: teamStatusSchema,
});

/**
 * What others brought to the hub is to be asked for anew: unanswered questions, or what is handed in
 * of a base. Says that it changed and nothing of it.
 */
export const deskNewsSchema = v.strictObject({
  news: v.literal('desk.changed'),
  desk: v.variant('of', [
    v.strictObject({ of: v.literal('gaps') }),
    v.strictObject({ of: v.literal('review'), base: id }),
  ]),
});
export type Desk = v.InferOutput<typeof deskNewsSchema>['desk'];

const publishedSchema = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('published') }),
  /** Others changed these answers meanwhile; nothing was published. */
  v.strictObject({ outcome: v.literal('conflict'), titles: v.array(text) }),
  v.strictObject({ outcome: v.literal('unreachable') }),
  v.strictObject({ outcome: v.literal('refused') }),
]);
export type Published = v.InferOutput<typeof publishedSchema>;

/** What a face may do with the team. */
export const teamCalls = {
  'team.status': { params: v.null(), result: teamStatusSchema },
  'team.join': {
    /** The name is for an invite: by a link of their own a person keeps theirs. */
    params: v.strictObject({ link: text, name: text }),
    result: v.strictObject({
      outcome: v.picklist(['joined', 'bad-link', 'not-secure', 'used-up', 'unreachable']),
    }),
  },
  /**
   * The team's answers leave this machine; one's own stay. Who is the last administrator of others
   * does not leave.
   */
  'team.leave': {
    params: v.null(),
    result: v.strictObject({ outcome: v.picklist(['left', 'last-admin']) }),
  },
  'team.invite': {
    /** For one base; without it for all. */
    params: v.strictObject({ role: v.picklist(roles), base: v.exactOptional(id) }),
    /** Null when the hub did not give one. */
    result: v.strictObject({ link: v.nullable(text), expiresAt: v.number() }),
  },
  /** What is not published yet, and how many panels have what is. */
  'team.changes': {
    params: v.strictObject({ base: id }),
    result: v.strictObject({
      changes: v.array(
        v.strictObject({ id, title: text, kind: v.picklist(['new', 'edited', 'deleted', 'base']) }),
      ),
      panels: v.nullable(v.strictObject({ current: count, total: count })),
    }),
  },
  'team.publish': {
    params: v.strictObject({ base: id, why: text, overwrite: v.boolean() }),
    result: publishedSchema,
  },
  /** Makes a base of one's own the team's. */
  'team.share': { params: v.strictObject({ base: id }), result: publishedSchema },
} as const;
