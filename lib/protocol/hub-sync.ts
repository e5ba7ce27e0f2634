import * as v from 'valibot';
import { gapIdSchema } from './hub-gaps';
import { count } from './wire-types';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/));
/** Not what an address takes for a way up, nor what every object has. */
export const kbSchema = v.pipe(
  v.string(),
  v.regex(/^(?!(?:\.{1,2}|__proto__)$)[\p{L}\p{N}._-]{1,120}$/u),
);

/** From the least to the most that a person may do; each may do what the ones before may. */
export const roles = ['agent', 'author', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];
export const mayDo = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed);

export const teamNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** Operations in one page of changes; pages begin at its multiples, so that clients share them. */
export const pageSize = 256;

/** How far a copy has come. The epoch changes when the hub's history was replaced. */
export const cursorSchema = v.strictObject({ epoch: key, version: count, chain: hash });
export type Cursor = v.InferOutput<typeof cursorSchema>;

export const headSchema = v.object({
  ...cursorSchema.entries,
  /** Changes up to here are gone: who has less begins with the snapshot. */
  floor: count,
  snapshot: v.nullable(
    v.strictObject({
      version: count,
      chain: hash,
      parts: v.pipe(v.array(hash), v.maxLength(10_000)),
    }),
  ),
});
export type Head = v.InferOutput<typeof headSchema>;

const fromBefore = v.optional(count, 1);
/** Read before all else: whether hub and extension are of versions that get on. */
export const speaksSchema = v.object({ speaks: fromBefore, understoodFrom: fromBefore });

/**
 * What a device may read, and how much of its events the hub has. Here and in what else comes with
 * every synchronisation a newer hub may say more; what is not known is left out.
 */
export const syncReplySchema = v.object({
  ...speaksSchema.entries,
  deviceHw: count,
  /** What the team is called; older hubs say it when somebody joins only. */
  organisation: v.exactOptional(teamNameSchema),
  /** Another one whenever the team's recipes have changed; null before there were any. */
  recipes: v.nullable(key),
  /** Likewise of the learned phrasings that were refused; older hubs know of none. */
  refused: v.exactOptional(v.nullable(key)),
  /** In the whole organisation; null for who has roles in some bases only. */
  role: v.nullable(v.picklist(roles)),
  bases: v.pipe(
    v.array(v.object({ kb: kbSchema, readKey: key, role: v.picklist(roles), head: headSchema })),
    v.maxLength(1_000),
  ),
});
export type SyncReply = v.InferOutput<typeof syncReplySchema>;

/** The operations after one version up to another, each as the text that the chain is made of. */
export const pageSchema = v.strictObject({
  prevChain: hash,
  ops: v.pipe(v.array(v.string()), v.maxLength(pageSize)),
});

/** A part of a snapshot: operations that make the base from nothing. */
export const snapshotPartSchema = v.strictObject({ ops: v.array(v.string()) });

/** Said by the stream when a base has changed; small changes come with it. */
const basePokeSchema = v.object({
  kb: kbSchema,
  ...cursorSchema.entries,
  /** Follows this version, where operations are given. */
  from: count,
  ops: v.exactOptional(v.array(v.string())),
});
export type BasePoke = v.InferOutput<typeof basePokeSchema>;

/**
 * What the stream says; or that the team's recipes have changed, or what it refused to learn, with their
 * new mark. To who may see
 * them also that the unanswered questions have, or what is handed in of a base.
 */
export const pokeSchema = v.union([
  basePokeSchema,
  v.strictObject({ recipes: key }),
  v.strictObject({ refused: key }),
  v.strictObject({ gaps: key }),
  v.strictObject({ review: kbSchema, mark: key }),
]);
export type Poke = v.InferOutput<typeof pokeSchema>;

const ref = v.strictObject({ base: kbSchema, id: v.pipe(v.string(), v.maxLength(300)) });
/** The last moment that a date can be. */
const latest = 8.64e15;
/** An event without anything that a customer or an agent wrote. */
export const sharedEventSchema = v.strictObject({
  seq: count,
  at: v.pipe(v.number(), v.minValue(-latest), v.maxValue(latest)),
  kind: v.picklist([
    'shown',
    'inserted',
    'edited',
    'insert-undone',
    'rejected',
    'rejection-undone',
    'gap',
    'gap-undone',
  ]),
  entries: v.pipe(v.array(ref), v.maxLength(100)),
  place: v.exactOptional(count),
  /** Of a gap that is taken back: what its question was sent as. */
  sentAs: v.exactOptional(gapIdSchema),
  consoleId: v.pipe(v.string(), v.maxLength(300)),
});
export type SharedEvent = v.InferOutput<typeof sharedEventSchema>;

/**
 * All that a device has between two of its numbers. The hub takes it only if it follows what it
 * has, so that each event is kept once, however often it is sent.
 */
export const eventsSchema = v.strictObject({
  from: count,
  upTo: count,
  /** Parsed one by one: what does not parse is put aside, and does not hold up the others. */
  events: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
});
export const eventsReplySchema = v.object({ hw: count });

/** By base the version that a device now shows. */
export const seenSchema = v.strictObject({
  seen: v.pipe(v.record(kbSchema, count), v.maxEntries(1_000)),
});
