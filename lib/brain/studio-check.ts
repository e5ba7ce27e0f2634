import * as v from 'valibot';
import type { Entry } from '../domain/entry';
import { fileBaseSchema, fileEntrySchema } from '../protocol/knowledge-file';
import { type EntryDraft, type FieldProblem, problemFields } from '../protocol/studio-calls';

/** What is wrong with a draft by the limits of the file format; empty when it can be kept. */
export function entryProblems(draft: EntryDraft): FieldProblem[] {
  const { base: _, phrasings, variants, attachments, ...fields } = draft;
  const parsed = v.safeParse(fileEntrySchema, {
    ...fields,
    phrasings: phrasings.map(({ text }) => text),
    variants: { ...variants },
    ...(attachments === undefined ? {} : { attachments: [...attachments] }),
  });
  if (!parsed.success) return parsed.issues.map(problemOf);
  const { validFrom, validUntil } = draft;
  if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom) {
    return [{ field: 'validUntil', at: null, kind: 'ends-before-start', limit: null }];
  }
  return [];
}

/** As `entryProblems`, for what is written of a base. `holding` is empty for none. */
export function baseProblems(name: string, holding: string): FieldProblem[] {
  const parsed = v.safeParse(v.pick(fileBaseSchema, ['name', 'holding']), {
    name,
    ...(holding.trim() === '' ? {} : { holding }),
  });
  return parsed.success ? [] : parsed.issues.map(problemOf);
}

/** The entry to keep: blanks around texts are dropped, as when it is read from a file. */
export function entryOfDraft(draft: EntryDraft, rest: Pick<Entry, 'links' | 'updatedAt'>): Entry {
  const { en, zh } = draft.variants;
  const { attachments: _, ...fields } = draft;
  return {
    ...fields,
    title: draft.title.trim(),
    phrasings: draft.phrasings.map(({ text, source }) => ({ text: text.trim(), source })),
    answer: draft.answer.trim(),
    variants: {
      ...(en === undefined ? {} : { en: en.trim() }),
      ...(zh === undefined ? {} : { zh: zh.trim() }),
    },
    ...(draft.asksFirst === undefined ? {} : { asksFirst: draft.asksFirst.trim() }),
    tags: draft.tags.map((tag) => tag.trim()),
    ...attachmentsOf(draft),
    ...rest,
  };
}

function attachmentsOf({ attachments = [] }: EntryDraft): Pick<Entry, 'attachments'> {
  if (attachments.length === 0) return {};
  return {
    attachments: attachments.map(({ name, url }) => ({ name: name.trim(), url: url.trim() })),
  };
}

function problemOf(issue: v.BaseIssue<unknown>): FieldProblem {
  const path = v.getDotPath(issue) ?? 'id';
  const place = /\.(\d+)(?=\.|$)/.exec(path);
  const name = place === null ? path : path.replace(place[0], '');
  const limit = typeof issue.requirement === 'number' ? issue.requirement : null;
  return {
    field: problemFields.find((field) => field === name) ?? 'id',
    at: place === null ? null : Number(place[1]),
    kind: kindOf(issue),
    limit,
  };
}

function kindOf(issue: v.BaseIssue<unknown>): FieldProblem['kind'] {
  if (issue.type === 'min_length') return 'empty';
  if (issue.type === 'max_length') return Array.isArray(issue.input) ? 'too-many' : 'too-long';
  if (issue.type === 'iso_date') return 'not-a-day';
  if (issue.type === 'check') return 'no-web-address';
  return 'invalid';
}
