import * as v from 'valibot';
import { type Entry, linkKinds } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { routeSchema } from './route-schema';
import { count, id, language } from './wire-types';

/** Far above the file format's limits, so that a text that is too long is told at its field. */
const draftText = v.pipe(v.string(), v.maxLength(400_000));

const linkSchema = v.strictObject({
  to: id,
  kind: v.picklist(linkKinds),
});

const draftFields = {
  id,
  base: id,
  title: draftText,
  phrasings: v.pipe(
    v.array(
      v.strictObject({ text: draftText, source: v.picklist(['author', 'import', 'learned']) }),
    ),
    v.maxLength(5_000),
  ),
  answer: draftText,
  variants: v.strictObject({ en: v.exactOptional(draftText), zh: v.exactOptional(draftText) }),
  asksFirst: v.exactOptional(draftText),
  validFrom: v.exactOptional(draftText),
  validUntil: v.exactOptional(draftText),
  tags: v.pipe(v.array(draftText), v.maxLength(1_000)),
  mustEdit: v.boolean(),
  attachments: v.exactOptional(
    v.pipe(v.array(v.strictObject({ name: draftText, url: draftText })), v.maxLength(1_000)),
  ),
};

/** An entry as it is written in the Studio; links and the time of change are the brain's. */
const entryDraftSchema: v.GenericSchema<unknown, EntryDraft> = v.strictObject(draftFields);
export type EntryDraft = Omit<Entry, 'links' | 'updatedAt'>;

const entrySchema: v.GenericSchema<unknown, Entry> = v.strictObject({
  ...draftFields,
  links: v.pipe(v.array(linkSchema), v.maxLength(50)),
  updatedAt: v.number(),
});

const baseSchema: v.GenericSchema<unknown, KnowledgeBase> = v.strictObject({
  id,
  name: draftText,
  scope: v.picklist(['shared', 'exclusive']),
  routes: v.exactOptional(v.pipe(v.array(routeSchema), v.maxLength(50))),
  language,
  smallTalk: v.boolean(),
  holding: v.exactOptional(draftText),
  updatedAt: v.number(),
});

/** A row of the list of entries. */
const entryRowSchema = v.strictObject({
  id,
  title: draftText,
  /** The first words of the answer, on one line. */
  start: v.pipe(v.string(), v.maxLength(200)),
  phrasings: count,
  mustEdit: v.boolean(),
  validUntil: v.nullable(draftText),
  picks: count,
});
export type EntryRow = v.InferOutput<typeof entryRowSchema>;

/** `expiring`: the last valid day is within thirty days, or past. */
export const entryFilters = ['all', 'must-edit', 'expiring', 'no-phrasings'] as const;
export type EntryFilter = (typeof entryFilters)[number];

/** The fields of an entry or a base that can be wrong. */
export const problemFields = [
  'id',
  'title',
  'phrasings',
  'answer',
  'variants.en',
  'variants.zh',
  'asksFirst',
  'validFrom',
  'validUntil',
  'tags',
  'attachments.name',
  'attachments.url',
  'attachments',
  'name',
  'holding',
] as const;

/** What is wrong with one field. A closed list: the Studio has words for each in every language. */
const fieldProblemSchema = v.strictObject({
  field: v.picklist(problemFields),
  /** Which of several phrasings, tags or attachments, counted from 0. */
  at: v.nullable(count),
  kind: v.picklist([
    'empty',
    'too-long',
    'too-many',
    'not-a-day',
    'ends-before-start',
    'no-web-address',
    'invalid',
  ]),
  /** Characters or pieces allowed, where that is what was exceeded. */
  limit: v.nullable(count),
});
export type FieldProblem = v.InferOutput<typeof fieldProblemSchema>;

const refused = v.strictObject({
  outcome: v.literal('refused'),
  problems: v.pipe(v.array(fieldProblemSchema), v.minLength(1)),
});

const call = <Params extends v.GenericSchema, Result extends v.GenericSchema>(
  params: Params,
  result: Result,
) => ({ params, result });

const removedSchema = v.strictObject({
  entry: entrySchema,
  /** The entry that stood behind it; null when it was the last. */
  before: v.nullable(id),
});
export type RemovedEntry = v.InferOutput<typeof removedSchema>;

/** The calls with which knowledge is looked through and written. */
export const studioCalls = {
  'studio.bases': call(
    v.null(),
    v.strictObject({ bases: v.array(v.strictObject({ base: baseSchema, entries: count })) }),
  ),
  'studio.entries': call(
    v.strictObject({
      base: id,
      /** Empty: all entries, in the base's own order. Else the best finds first. */
      query: v.pipe(v.string(), v.maxLength(2_000)),
      filter: v.picklist(entryFilters),
      offset: count,
      limit: v.pipe(count, v.maxValue(200)),
    }),
    v.strictObject({ total: count, rows: v.array(entryRowSchema) }),
  ),
  'studio.entry': call(
    v.strictObject({ base: id, id }),
    v.strictObject({ entry: v.nullable(entrySchema) }),
  ),
  'studio.save': call(
    v.strictObject({
      entry: entryDraftSchema,
      /** `updatedAt` of the version that was edited; null to write over whatever is there. */
      basedOn: v.nullable(v.number()),
    }),
    v.variant('outcome', [
      v.strictObject({ outcome: v.literal('saved'), entry: entrySchema }),
      /** Somebody saved it in between; this is what they wrote. */
      v.strictObject({ outcome: v.literal('changed-elsewhere'), entry: entrySchema }),
      refused,
    ]),
  ),
  /** Gives back all that is needed to restore it; null when it was gone already. */
  'studio.delete': call(
    v.strictObject({ base: id, id }),
    v.strictObject({ removed: v.nullable(removedSchema) }),
  ),
  'studio.restore': call(v.strictObject({ removed: removedSchema }), v.null()),
  'studio.save-base': call(
    v.strictObject({
      /** Null makes a new base. */
      id: v.nullable(id),
      /** The new base's, the same for each try, so that asking again makes no second one. */
      newId: v.exactOptional(v.pipe(v.string(), v.regex(/^base-[0-9a-f]{12}$/))),
      name: draftText,
      language,
      /** Empty for none. */
      holding: draftText,
      /** Where the base applies; left as they are where not given. */
      scope: v.exactOptional(v.picklist(['shared', 'exclusive'])),
      routes: v.exactOptional(v.pipe(v.array(routeSchema), v.maxLength(50))),
    }),
    v.variant('outcome', [
      v.strictObject({ outcome: v.literal('saved'), base: baseSchema }),
      refused,
    ]),
  ),
} as const;
