import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { type Language, languageOf } from '../../domain/language';
import type { ColumnField, ImportOptions, ImportProblem } from '../../protocol/import-calls';
import { candidatesOf } from './candidate';
import { checkEntries, type PlannedEntry } from './check-entries';
import type { Draft } from './draft';
import { slugOf } from './entry-id';
import type { Pace } from './file-refused';
import { allFields, givenByColumns } from './given-fields';
import { joinDrafts } from './join-drafts';
import type { ImportSource } from './read-import';
import { rowsToDrafts } from './rows-to-drafts';

export type HeldBase = { readonly base: KnowledgeBase; readonly entries: readonly Entry[] };

export type ImportPlan = {
  readonly source: ImportSource;
  readonly base: KnowledgeBase;
  /** The base as it was when this was planned. */
  readonly before: HeldBase | undefined;
  /** What each column is taken for; empty for files without columns. */
  readonly fields: readonly ColumnField[];
  readonly planned: readonly PlannedEntry[];
  readonly duplicates: readonly { readonly row: number; readonly of: number }[];
  readonly bad: readonly ImportProblem[];
};

/**
 * What importing a file would do to a base. Changes nothing.
 * @param held gives the base of an id as it is now
 * @param now ms since 1970, kept as the time of the change
 */
export async function planImport(
  source: ImportSource,
  options: Pick<ImportOptions, 'base' | 'mapping'>,
  held: (base: string) => HeldBase | undefined,
  now: number,
  pace: Pace,
): Promise<ImportPlan> {
  const { content } = source;
  const fields = content.kind === 'table' ? mapped(content.table.fields, options.mapping) : [];
  const read =
    content.kind === 'table'
      ? await rowsToDrafts({ ...content.table, fields }, pace)
      : content.kind === 'drafts'
        ? content
        : { drafts: [], bad: [] };
  const { drafts, duplicates, bad: clashes } = joinDrafts(read.drafts);
  await pace();

  const { id, name, language } = options.base ?? chooseBase(source, drafts, held);
  const before = held(id);
  const existing = before?.entries ?? [];
  const candidates =
    content.kind === 'file-entries'
      ? content.entries
      : candidatesOf(drafts, { language, existing });
  const given =
    content.kind === 'table'
      ? givenByColumns(fields)
      : content.kind === 'drafts'
        ? content.given
        : allFields;
  const { planned, bad } = await checkEntries(
    candidates,
    { base: id, language, existing, given, now },
    pace,
  );
  const fileBase = source.base?.id === id ? source.base : undefined;
  const { holding, routes } = fileBase ?? before?.base ?? {};
  const base: KnowledgeBase = {
    id,
    name,
    language,
    scope: fileBase?.scope ?? before?.base.scope ?? 'shared',
    smallTalk: fileBase?.smallTalk ?? before?.base.smallTalk ?? false,
    ...(routes === undefined ? {} : { routes }),
    ...(holding === undefined ? {} : { holding }),
    updatedAt: now,
  };
  return {
    source,
    base,
    before,
    fields,
    planned,
    duplicates,
    bad: [...read.bad, ...clashes, ...bad].sort((one, other) => one.row - other.row),
  };
}

/** The guess, with the person's own choices in its place. */
function mapped(
  guess: readonly ColumnField[],
  mapping: ImportOptions['mapping'] = [],
): readonly ColumnField[] {
  const chosen = new Map(mapping.map(({ column, field }) => [column, field]));
  return guess.map((field, at) => chosen.get(at) ?? field);
}

/** The base that the file names, else one that is called like the file. */
function chooseBase(
  source: ImportSource,
  drafts: readonly Draft[],
  held: (base: string) => HeldBase | undefined,
): { readonly id: string; readonly name: string; readonly language: Language } {
  if (source.base !== undefined) return source.base;
  const stem = source.fileName.replace(/^.*[/\\]/, '').replace(/\.[a-z]{2,8}$/i, '');
  // "answers (1).csv" is the second download of answers.csv.
  const fileName = stem
    .replace(/(?<!\s)\s*\(\d{1,3}\)$/, '')
    .trim()
    .slice(0, 200);
  const id = slugOf(source.baseName ?? fileName) || 'imported';
  const there = held(id)?.base;
  const name = source.baseName || fileName || 'Imported';
  return { id, name: there?.name ?? name, language: there?.language ?? languageIn(drafts) };
}

function languageIn(drafts: readonly Draft[]): Language {
  const answers = drafts
    .slice(0, 100)
    .map(({ answer, variants }) => answer ?? variants?.en ?? variants?.zh ?? '');
  return languageOf(answers.map((answer) => answer.slice(0, 500)).join('\n'));
}
