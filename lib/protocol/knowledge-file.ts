import * as v from 'valibot';
import { linkKinds } from '../domain/entry';
import { routeSchema } from './route-schema';

/** Limits of one base, in characters and counts: far above real use, far below what hurts. */
export const fileLimits = {
  bytes: 64 * 1024 * 1024,
  entries: 100_000,
  phrasings: 500,
  answer: 20_000,
  line: 2_000,
  attachments: 10,
  attachmentName: 200,
} as const;

const line = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(fileLimits.line, `must be at most ${fileLimits.line} characters`),
);
const answer = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(fileLimits.answer, `must be at most ${fileLimits.answer} characters`),
);
const id = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N}._-]{1,120}$/u, 'must be letters, digits, ".", "_" or "-", at most 120'),
);
const day = v.pipe(v.string(), v.isoDate('must be a day such as 2026-11-30'));
const attachmentsSchema = v.pipe(
  v.array(
    v.strictObject({
      name: v.pipe(
        v.string(),
        v.trim(),
        v.minLength(1, 'must not be empty'),
        v.maxLength(
          fileLimits.attachmentName,
          `must be at most ${fileLimits.attachmentName} characters`,
        ),
        v.regex(/^[^\r\n]*$/, 'must be one line'),
      ),
      url: v.pipe(
        line,
        // That it is missing is told by the rule before.
        v.check((text) => text === '' || isWebAddress(text), 'must begin with https:// or http://'),
      ),
    }),
  ),
  v.maxLength(fileLimits.attachments, `must have at most ${fileLimits.attachments} attachments`),
);

/** What a customer can open anywhere; a blank would end the address where it is read again. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

const languageSchema = v.picklist(['en', 'zh'], 'must be "en" or "zh"');

export const fileEntrySchema = v.strictObject({
  id,
  title: line,
  phrasings: v.pipe(
    v.array(line),
    v.maxLength(fileLimits.phrasings, `must have at most ${fileLimits.phrasings} phrasings`),
  ),
  answer,
  variants: v.optional(v.strictObject({ en: v.optional(answer), zh: v.optional(answer) })),
  asksFirst: v.optional(line),
  validFrom: v.optional(day),
  validUntil: v.optional(day),
  tags: v.optional(v.pipe(v.array(line), v.maxLength(50))),
  mustEdit: v.optional(v.boolean()),
  links: v.optional(
    v.pipe(v.array(v.strictObject({ to: id, kind: v.picklist(linkKinds) })), v.maxLength(50)),
  ),
  attachments: v.optional(attachmentsSchema),
});

export const fileBaseSchema = v.strictObject({
  id,
  name: line,
  scope: v.optional(v.picklist(['shared', 'exclusive'])),
  routes: v.optional(v.pipe(v.array(routeSchema), v.minLength(1), v.maxLength(50))),
  language: languageSchema,
  smallTalk: v.optional(v.boolean()),
  holding: v.optional(answer),
});

/**
 * `cuecard/1`: one knowledge base as JSON. Documented in docs/cuecard-1.md. The entries are parsed
 * one by one by their reader, so that an error can name the entry.
 */
export const knowledgeFileSchema = v.strictObject({
  format: v.literal('cuecard/1', 'must be "cuecard/1"'),
  base: fileBaseSchema,
  entries: v.pipe(
    v.array(v.unknown()),
    v.maxLength(fileLimits.entries, `must be at most ${fileLimits.entries}`),
  ),
});

export type FileEntry = v.InferOutput<typeof fileEntrySchema>;
export type FileBase = v.InferOutput<typeof fileBaseSchema>;
