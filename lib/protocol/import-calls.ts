import * as v from 'valibot';
import { longestMessage } from './conversation-schema';
import { baseSummarySchema, importedFields } from './import-result';
import { count, id, language } from './wire-types';

const text = v.pipe(v.string(), v.maxLength(longestMessage * 4));

export const importFormats = [
  'cuecard',
  'csv',
  'xlsx',
  'markdown',
  'zendesk',
  'chatwoot',
  'intercom',
  'freshdesk',
] as const;
export type ImportFormat = (typeof importFormats)[number];

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** What a column of a table can be. `phrasing`, `tags`, `links` and `attachments` hold several, see docs/import.md. */
export const columnFields = [
  'id',
  'title',
  'phrasing',
  'answer',
  'answer.en',
  'answer.zh',
  'tags',
  'validFrom',
  'validUntil',
  'asksFirst',
  'mustEdit',
  'links',
  'attachments',
  'ignore',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** A closed list, so that the interface has its own words for each; see `message` of the problem. */
export const importProblemKinds = [
  // The file as a whole: it is refused.
  'empty',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'too-deep',
  'too-many-parts',
  'binary',
  'old-excel',
  'unknown-encoding',
  'broken-zip',
  'broken-json',
  'forbidden-key',
  'unknown-json',
  'no-entries',
  'no-answer-column',
  'wrong-base',
  // One row: it is left out, the others are imported.
  'no-title',
  'no-answer',
  'too-long',
  'too-many',
  'bad-id',
  'bad-day',
  'bad-value',
  'unclosed-quote',
  'unreadable-characters',
  'conflict',
] as const;
export type ImportProblemKind = (typeof importProblemKinds)[number];

const importProblemSchema = v.strictObject({
  kind: v.picklist(importProblemKinds),
  /** Line of the file or row of the sheet, counted from 1; 0 is the file as a whole. */
  row: count,
  /** Name of the column or field; empty for the row as a whole. */
  column: text,
  /** The same in plain English words, with the figures. */
  reason: text,
});
export type ImportProblem = v.InferOutput<typeof importProblemSchema>;

const baseChoiceSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}._-]{1,120}$/u)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
  language,
});

const importOptionsSchema = v.strictObject({
  /** Instead of the recognised one. */
  format: v.exactOptional(v.picklist(importFormats)),
  /** Columns that are not named here keep what was guessed for them. */
  mapping: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ column: count, field: v.picklist(columnFields) })),
      v.maxLength(100),
    ),
  ),
  /** The base to import into: an existing one's id, or that of a new one. */
  base: v.exactOptional(baseChoiceSchema),
});
export type ImportOptions = v.InferOutput<typeof importOptionsSchema>;

/** An entry as it would be, for the preview; long texts are clipped. */
const previewEntrySchema = v.strictObject({
  row: count,
  id,
  title: text,
  phrasings: v.array(text),
  answer: text,
  variants: v.strictObject({ en: v.exactOptional(text), zh: v.exactOptional(text) }),
  change: v.picklist(['new', 'changed', 'same']),
});

const importPreviewSchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('ready'),
    previewId: id,
    format: v.picklist(importFormats),
    encoding: v.picklist(textEncodings),
    /** Empty for files without columns (JSON, Markdown). */
    columns: v.array(
      v.strictObject({ index: count, name: text, samples: v.pipe(v.array(text), v.maxLength(3)) }),
    ),
    mapping: v.array(v.strictObject({ column: count, field: v.picklist(columnFields) })),
    base: baseChoiceSchema,
    /** Whether the base is there already. */
    baseExists: v.boolean(),
    counts: v.strictObject({
      /** Entries. */
      new: count,
      changed: count,
      same: count,
      /** What `replace` would take away and `merge` leaves. */
      removed: count,
      /** Rows that say again what an earlier row said; they are left out. */
      duplicate: count,
      /** Rows that are left out for what `bad` says. */
      bad: count,
    }),
    /** With what the row asks, as far as it says so. */
    bad: v.strictObject({
      rows: v.array(v.strictObject({ ...importProblemSchema.entries, asks: text })),
      more: count,
    }),
    duplicates: v.strictObject({
      rows: v.array(v.strictObject({ row: count, of: count, asks: text })),
      more: count,
    }),
    /** The first 20 entries. */
    sample: v.pipe(v.array(previewEntrySchema), v.maxLength(20)),
  }),
  v.strictObject({
    outcome: v.literal('refused'),
    /** Never empty. */
    problems: v.array(importProblemSchema),
    more: count,
  }),
]);
export type ImportPreview = v.InferOutput<typeof importPreviewSchema>;
export type ReadyPreview = Extract<ImportPreview, { outcome: 'ready' }>;

export const exportFormats = ['cuecard', 'csv', 'xlsx', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Of the calls that read and write files. A preview is kept until a few newer ones were made. */
export const importCalls = {
  'import.preview': {
    params: v.strictObject({
      fileName: v.pipe(v.string(), v.maxLength(1000)),
      /** For pasted text: its UTF-8 bytes, and a name that ends in .txt. */
      bytes: v.instance(Uint8Array),
      options: v.exactOptional(importOptionsSchema),
    }),
    result: importPreviewSchema,
  },
  /** The same file once more with other columns, format or base; the bytes are not sent again. */
  'import.remap': {
    params: v.strictObject({ previewId: id, options: importOptionsSchema }),
    result: v.union([importPreviewSchema, v.strictObject({ outcome: v.literal('forgotten') })]),
  },
  /** Writes what the preview showed, whole or not at all. Rejects when storage fails. */
  'import.apply': {
    params: v.strictObject({ previewId: id, mode: v.picklist(['merge', 'replace']) }),
    result: v.variant('outcome', [
      v.strictObject({ outcome: v.literal('imported'), ...importedFields, undoId: id }),
      /** The preview is not known (any more): make it again. */
      v.strictObject({ outcome: v.literal('forgotten') }),
      /** The base was changed since the preview was made: make it again. */
      v.strictObject({ outcome: v.literal('outdated') }),
    ]),
  },
  /** Puts the base back exactly; one that was not there before is removed. */
  'import.undo': {
    params: v.strictObject({ undoId: id }),
    result: v.variant('outcome', [
      v.strictObject({ outcome: v.literal('undone'), base: v.nullable(baseSummarySchema) }),
      v.strictObject({ outcome: v.literal('forgotten') }),
      /** Undoing would lose what was changed in the base after the import. */
      v.strictObject({ outcome: v.literal('outdated') }),
    ]),
  },
  'export.base': {
    params: v.strictObject({ base: id, format: v.picklist(exportFormats) }),
    result: v.strictObject({ fileName: text, mediaType: text, bytes: v.instance(Uint8Array) }),
  },
} as const;

/** Told to every face while an import is applied. `done` grows to `total`; both count entries. */
export const importProgressSchema = v.strictObject({
  news: v.literal('import.progress'),
  previewId: id,
  done: count,
  total: count,
});
