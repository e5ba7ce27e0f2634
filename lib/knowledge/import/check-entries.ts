import * as v from 'valibot';
import type { Entry } from '../../domain/entry';
import type { Language } from '../../domain/language';
import type { ImportProblem, ImportProblemKind } from '../../protocol/import-calls';
import { type FileEntry, fileEntrySchema } from '../../protocol/knowledge-file';
import { sameText } from '../compare-base';
import type { Candidate } from './candidate';
import type { Pace } from './file-refused';
import type { GivenFields } from './given-fields';

export type PlannedEntry = {
  readonly row: number;
  readonly entry: Entry;
  readonly change: 'new' | 'changed' | 'same';
};

type Into = {
  readonly base: string;
  readonly language: Language;
  readonly existing: readonly Entry[];
  readonly given: GivenFields;
  readonly now: number;
};

/** Makes entries of what keeps all rules of the file format; names the rows that do not. */
export async function checkEntries(
  candidates: readonly Candidate[],
  into: Into,
  pace: Pace,
): Promise<{ readonly planned: readonly PlannedEntry[]; readonly bad: readonly ImportProblem[] }> {
  const planned: PlannedEntry[] = [];
  const bad: ImportProblem[] = [];
  const earlier = new Map(into.existing.map((entry) => [entry.id, entry]));
  const rowById = new Map<string, number>();
  let checked = 0;
  for (const { row, value } of candidates) {
    if (++checked % 200 === 0) await pace();
    const parsed = v.safeParse(fileEntrySchema, value);
    if (!parsed.success) {
      bad.push(problemOf(row, parsed.issues));
      continue;
    }
    const file = parsed.output;
    const other = rowById.get(file.id);
    if (other !== undefined) {
      const reason = `"${file.id}" is also the id of row ${other}.`;
      bad.push({ kind: 'conflict', row, column: 'id', reason });
      continue;
    }
    rowById.set(file.id, row);
    const before = earlier.get(file.id);
    const entry = entryOf(file, before, into);
    if (before === undefined) planned.push({ row, entry, change: 'new' });
    else if (sameText(before, entry)) planned.push({ row, entry: before, change: 'same' });
    else planned.push({ row, entry, change: 'changed' });
  }
  return { planned, bad };
}

function entryOf(file: FileEntry, before: Entry | undefined, into: Into): Entry {
  const has = (field: Parameters<GivenFields['has']>[0]) =>
    before === undefined || into.given.has(field);
  const kept = before ?? { tags: [], links: [], phrasings: [], variants: {}, mustEdit: false };
  const sources = new Map(kept.phrasings.map(({ text, source }) => [text, source]));
  const optional = (field: 'asksFirst' | 'validFrom' | 'validUntil') => {
    const value = has(field) ? file[field] : before?.[field];
    return value === undefined ? {} : { [field]: value };
  };
  const variant = (language: Language) => {
    const value = has(`variants.${language}`)
      ? file.variants?.[language]
      : before?.variants[language];
    return value === undefined ? {} : { [language]: value };
  };
  const attachments = () => {
    const some = has('attachments') ? file.attachments : before?.attachments;
    return some === undefined || some.length === 0 ? {} : { attachments: some };
  };
  return {
    id: file.id,
    base: into.base,
    title: file.title,
    phrasings: has('phrasings')
      ? file.phrasings.map((text) => ({ text, source: sources.get(text) ?? 'import' }))
      : kept.phrasings,
    answer: file.answer,
    variants: { ...variant('en'), ...variant('zh') },
    ...optional('asksFirst'),
    ...optional('validFrom'),
    ...optional('validUntil'),
    tags: has('tags') ? (file.tags ?? []) : kept.tags,
    mustEdit: has('mustEdit') ? (file.mustEdit ?? false) : kept.mustEdit,
    links: has('links') ? (file.links ?? []) : kept.links,
    ...attachments(),
    updatedAt: into.now,
  };
}

function problemOf(row: number, issues: readonly v.BaseIssue<unknown>[]): ImportProblem {
  const issue = issues[0];
  const path = issue === undefined ? null : v.getDotPath(issue);
  const column = path ?? '';
  const kind = kindOf(column, issue?.type);
  return { kind, row, column, reason: reasonOf(kind, issue?.message ?? '') };
}

function kindOf(path: string, type: string | undefined): ImportProblemKind {
  const field = path.split('.')[0];
  if (type === 'max_length')
    return /^(?:phrasings|tags|links|attachments)$/.test(path) ? 'too-many' : 'too-long';
  if (field === 'title') return 'no-title';
  if (path === 'answer') return 'no-answer';
  if (path === 'id') return 'bad-id';
  if (field === 'validFrom' || field === 'validUntil') return 'bad-day';
  return 'bad-value';
}

function reasonOf(kind: ImportProblemKind, message: string): string {
  if (kind === 'no-title') return 'It has no title or question.';
  if (kind === 'no-answer') return 'It has no answer.';
  // Ours begin with "must"; the library's own say nothing to a person.
  return message.startsWith('must') ? `It ${message}.` : '';
}
