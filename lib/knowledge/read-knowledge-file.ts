import * as v from 'valibot';
import { failure, type Result, success } from '../base/result';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { FileProblem } from '../protocol/brain-calls';
import {
  type FileEntry,
  type fileBaseSchema,
  fileEntrySchema,
  fileLimits,
  knowledgeFileSchema,
} from '../protocol/knowledge-file';

export type KnowledgeFile = { readonly base: KnowledgeBase; readonly entries: readonly Entry[] };

/**
 * Reads a `cuecard/1` file. Whole or not at all: any problem refuses the file, and each problem
 * names its entry (counted from 1; 0 is the file itself) and field.
 * @param content the file's text
 * @param now ms since 1970, kept as the time of the last change
 */
export function readKnowledgeFile(
  content: string,
  now: number,
): Result<KnowledgeFile, readonly FileProblem[]> {
  const fileProblem = (field: string, message: string) => failure([{ entry: 0, field, message }]);
  if (content.length > fileLimits.bytes) {
    return fileProblem('file', `is larger than ${fileLimits.bytes / 1024 / 1024} MB`);
  }
  if (isDeeperThan(content, 12)) return fileProblem('file', 'is nested too deeply');

  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return fileProblem('file', 'is not valid JSON');
  }
  const file = v.safeParse(knowledgeFileSchema, json);
  if (!file.success) return failure(problemsOf(0, file.issues));

  const problems: FileProblem[] = [];
  const entries: Entry[] = [];
  const places = new Map<string, number>();
  file.output.entries.forEach((raw, index) => {
    const parsed = v.safeParse(fileEntrySchema, raw);
    if (!parsed.success) {
      problems.push(...problemsOf(index + 1, parsed.issues));
      return;
    }
    const earlier = places.get(parsed.output.id);
    if (earlier !== undefined) {
      const message = `"${parsed.output.id}" is also the id of entry ${earlier}`;
      problems.push({ entry: index + 1, field: 'id', message });
      return;
    }
    places.set(parsed.output.id, index + 1);
    entries.push(entryOf(file.output.base.id, parsed.output, now));
  });
  if (problems.length > 0) return failure(problems);
  return success({ base: baseOf(file.output.base, now), entries });
}

function problemsOf(entry: number, issues: readonly v.BaseIssue<unknown>[]): FileProblem[] {
  return issues.map((issue) => ({
    entry,
    field: v.getDotPath(issue) ?? 'file',
    message: issue.message,
  }));
}

function baseOf(file: v.InferOutput<typeof fileBaseSchema>, now: number): KnowledgeBase {
  return {
    id: file.id,
    name: file.name,
    scope: file.scope ?? 'shared',
    language: file.language,
    smallTalk: file.smallTalk ?? false,
    ...(file.routes === undefined ? {} : { routes: file.routes }),
    ...(file.holding === undefined ? {} : { holding: file.holding }),
    updatedAt: now,
  };
}

function entryOf(base: string, file: FileEntry, now: number): Entry {
  return {
    id: file.id,
    base,
    title: file.title,
    phrasings: file.phrasings.map((text) => ({ text, source: 'import' })),
    answer: file.answer,
    variants: {
      ...(file.variants?.en === undefined ? {} : { en: file.variants.en }),
      ...(file.variants?.zh === undefined ? {} : { zh: file.variants.zh }),
    },
    ...(file.asksFirst === undefined ? {} : { asksFirst: file.asksFirst }),
    ...(file.validFrom === undefined ? {} : { validFrom: file.validFrom }),
    ...(file.validUntil === undefined ? {} : { validUntil: file.validUntil }),
    tags: file.tags ?? [],
    mustEdit: file.mustEdit ?? false,
    links: file.links ?? [],
    ...(file.attachments?.length ? { attachments: file.attachments } : {}),
    updatedAt: now,
  };
}

/** JSON.parse takes 200,000 levels of brackets; what walks its result would not. */
function isDeeperThan(json: string, levels: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > levels) return true;
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  return false;
}
