import * as v from 'valibot';
import { fileBaseSchema, fileEntrySchema } from '../../protocol/knowledge-file';

const fields = fileEntrySchema.entries;

/** What the comment below a heading may say of an entry; a title or phrasings only where the
 * heading and the list cannot hold them as they are. */
const metaSchema = v.strictObject({
  id: v.optional(fields.id),
  title: v.optional(fields.title),
  phrasings: v.optional(fields.phrasings),
  variants: fields.variants,
  asksFirst: fields.asksFirst,
  validFrom: fields.validFrom,
  validUntil: fields.validUntil,
  tags: fields.tags,
  mustEdit: fields.mustEdit,
  links: fields.links,
  attachments: fields.attachments,
});
export type MarkdownMeta = v.InferOutput<typeof metaSchema>;

export const metaStart = '<!-- cuecard ';
const metaEnd = ' -->';

/** The comment's line. No ">" is in it, so nothing in a text can end it. */
export function writeMeta(meta: object): string {
  return `${metaStart}${JSON.stringify(meta).replaceAll('>', '\\u003e')}${metaEnd}`;
}

/** What the comment says of an entry; undefined when it cannot be read. */
export function readMeta(line: string): MarkdownMeta | undefined {
  const parsed = v.safeParse(metaSchema, jsonOf(line));
  return parsed.success ? parsed.output : undefined;
}

/** The comment above all headings: what the file says of its base. */
export function readBaseMeta(line: string): v.InferOutput<typeof fileBaseSchema> | undefined {
  const parsed = v.safeParse(fileBaseSchema, jsonOf(line));
  return parsed.success ? parsed.output : undefined;
}

function jsonOf(line: string): unknown {
  const text = line.trimEnd();
  if (!text.endsWith(metaEnd)) return undefined;
  try {
    return JSON.parse(text.slice(metaStart.length, -metaEnd.length));
  } catch {
    return undefined;
  }
}
