import * as v from 'valibot';
import { count, id } from './wire-types';

const text = v.pipe(v.string(), v.maxLength(400_000));

const call = <Params extends v.GenericSchema, Result extends v.GenericSchema>(
  params: Params,
  result: Result,
) => ({ params, result });

/**
 * `live`: it ranks, until its text ages out. `accepted`: it is one of the entry's own phrasings.
 * `refused`: it is never learned again.
 */
export const phrasingStates = ['live', 'accepted', 'refused'] as const;
export type PhrasingState = (typeof phrasingStates)[number];

/** What customers wrote when agents picked an entry. */
export const learnedPhrasingSchema = v.strictObject({
  id,
  entry: v.strictObject({ base: id, id, title: text }),
  baseName: text,
  /** Redacted; null when it has aged out since it was refused. */
  text: v.nullable(text),
  state: v.picklist(phrasingStates),
  /** Refused by the team: this machine only follows. */
  byTeam: v.exactOptional(v.literal(true)),
  /** Of how many people, where it is the team's list. */
  people: v.exactOptional(count),
  /** How often it was picked, and how many of these picks were edited before they went in. */
  picks: count,
  edits: count,
  /** The numbers of the events that it was learned from, the newest last. */
  events: v.array(count),
  /** When it was first and last picked, in ms since 1970; null for what was accepted before. */
  firstAt: v.nullable(v.number()),
  lastAt: v.nullable(v.number()),
  /** When its text ages out, unless it is accepted. */
  endsAt: v.nullable(v.number()),
});
export type LearnedPhrasing = v.InferOutput<typeof learnedPhrasingSchema>;

const side = v.strictObject({ base: id, id, title: text, baseName: text, start: text });

const pairSchema = v.strictObject({
  /** `duplicate`: the answers say the same; `contradiction`: they differ in what is named. */
  kind: v.picklist(['duplicate', 'contradiction']),
  one: side,
  other: side,
  /** The phrasings that are nearest to each other. */
  phrasings: v.strictObject({ one: text, other: text }),
  /** From 0 to 1: how alike the questions and the answers are. */
  questions: v.number(),
  answers: v.number(),
  /** What only one of the answers says: numbers, days, or a negation. */
  differences: v.array(
    v.strictObject({
      kind: v.picklist(['number', 'day', 'negation']),
      one: v.array(text),
      other: v.array(text),
    }),
  ),
});
export type EntryPair = v.InferOutput<typeof pairSchema>;

const done = v.strictObject({ outcome: v.picklist(['done', 'gone']) });

/** The calls with which people look after what was learned. */
export const learningCalls = {
  'learning.list': call(
    v.strictObject({
      /** Null for all bases. */
      base: v.nullable(id),
      state: v.picklist(phrasingStates),
      offset: count,
      limit: v.pipe(count, v.maxValue(200)),
    }),
    v.strictObject({
      /** Of the base asked for, by state. */
      counts: v.strictObject({ live: count, accepted: count, refused: count }),
      /** Most picked first. */
      phrasings: v.array(learnedPhrasingSchema),
    }),
  ),
  /** Makes it one of the entry's own phrasings, as it is or as edited. */
  'learning.accept': call(
    v.strictObject({ id, text: v.exactOptional(text) }),
    v.strictObject({
      /** `does-not-fit`: too long or empty, or the entry has as many as it may have. */
      outcome: v.picklist(['done', 'gone', 'does-not-fit']),
    }),
  ),
  /** Unlearns it, and never learns it again from the same text. */
  'learning.refuse': call(v.strictObject({ id }), done),
  /** Unlearns it, also when it was accepted; the same text picked again is learned again. */
  'learning.take-back': call(v.strictObject({ id }), done),
  /** Entries that ask the same: with the same answer, or with answers that contradict each other. */
  'learning.duplicates': call(
    v.strictObject({ base: v.nullable(id) }),
    v.strictObject({ pairs: v.array(pairSchema), more: count }),
  ),
} as const;
