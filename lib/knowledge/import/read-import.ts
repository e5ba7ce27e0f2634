import * as v from 'valibot';
import { failure, type Result, success } from '../../base/result';
import type {
  ColumnField,
  ImportFormat,
  ImportProblem,
  TextEncoding,
} from '../../protocol/import-calls';
import { type FileBase, knowledgeFileSchema } from '../../protocol/knowledge-file';
import { tableHeader } from '../table-header';
import type { Candidate } from './candidate';
import { decodeText, startsWith } from './decode-text';
import type { Draft } from './draft';
import { FileRefused, importCaps, type Pace } from './file-refused';
import { allFields, answerFields, type GivenFields, textFields } from './given-fields';
import { guessColumns } from './guess-columns';
import { parseJson } from './parse-json';
import { readCsv, type TableRow } from './read-csv';
import { readMarkdown } from './read-markdown';
import { readOtherTools, toolAnswer } from './read-other-tools';
import { readWorkbook } from './read-workbook';
import type { TableReading } from './rows-to-drafts';
import { toolTableOf } from './tool-headers';

/** A file that was read, before it is known where its entries go. */
export type ImportSource = {
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly encoding: TextEncoding;
  readonly content:
    | { readonly kind: 'table'; readonly table: TableReading }
    | { readonly kind: 'file-entries'; readonly entries: readonly Candidate[] }
    | {
        readonly kind: 'drafts';
        readonly drafts: readonly Draft[];
        readonly bad: readonly ImportProblem[];
        /** Fields of an entry of which a file of this kind speaks. */
        readonly given: GivenFields;
      };
  /** What the file says of its base. */
  readonly base: FileBase | undefined;
  readonly baseName: string | undefined;
};

/**
 * Reads a file of any format that can be imported. Its content decides, its name helps only where
 * the content leaves it open. Never throws: what cannot be read is refused as a whole.
 */
export async function readImport(
  file: { readonly fileName: string; readonly bytes: Uint8Array; readonly format?: ImportFormat },
  pace: Pace,
): Promise<Result<ImportSource, readonly ImportProblem[]>> {
  try {
    return success(await read(file.fileName, file.bytes, file.format, pace));
  } catch (error) {
    if (error instanceof FileRefused) return failure([error.problem]);
    throw error;
  }
}

async function read(
  fileName: string,
  bytes: Uint8Array,
  wanted: ImportFormat | undefined,
  pace: Pace,
): Promise<ImportSource> {
  if (bytes.length > importCaps.bytes) {
    const most = `The file is larger than ${importCaps.bytes / 1024 / 1024} MB.`;
    throw new FileRefused('too-large', most);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new FileRefused(
      'old-excel',
      'Old or locked Excel files cannot be read: save it as .xlsx.',
    );
  }
  const common = { fileName, base: undefined, baseName: undefined };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const rows = await readWorkbook(bytes, pace);
    const { table } = tableOf(rows, false, undefined);
    return { ...common, format: 'xlsx', encoding: 'utf-8', content: { kind: 'table', table } };
  }
  if (wanted === 'xlsx') throw new FileRefused('broken-zip', 'The file is no Excel workbook.');

  const { text, encoding, damaged } = decodeText(bytes);
  if (text.trim() === '') throw new FileRefused('empty', 'The file is empty.');
  await pace();
  const form = formOf(fileName, text, wanted);
  if (form === 'json') return { ...common, encoding, ...readJson(mustBeClean(text, damaged)) };
  if (form === 'markdown') {
    const clean = mustBeClean(text, damaged);
    const file = await readMarkdown(
      // Its first line tells how the file ends lines; in our own files the others' are text.
      /^[^\n]*\r\n/.test(clean) ? clean.replaceAll('\r\n', '\n') : clean,
      pace,
    );
    if (file.drafts.length === 0) throw noEntries('It has no "## heading".');
    return {
      ...common,
      format: 'markdown',
      encoding,
      content: { kind: 'drafts', ...file, given: file.base === undefined ? textFields : allFields },
      base: file.base,
      baseName: file.name,
    };
  }
  const rows = await readCsv(text, pace);
  const { table, format } = tableOf(rows, damaged, wanted);
  return { ...common, format, encoding, content: { kind: 'table', table } };
}

function formOf(fileName: string, text: string, wanted: ImportFormat | undefined) {
  if (wanted === 'markdown') return 'markdown';
  if (wanted === 'cuecard' || wanted === 'zendesk' || wanted === 'chatwoot') return 'json';
  if (wanted !== undefined) return 'table';
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'json') return 'json';
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (ending === 'csv' || ending === 'tsv') return 'table';
  if (/^\s*[{[]/.test(text)) return 'json';
  return /^## \S/m.test(text.slice(0, 100_000)) ? 'markdown' : 'table';
}

function tableOf(rows: readonly TableRow[], damaged: boolean, wanted: ImportFormat | undefined) {
  const first = rows[0];
  if (first === undefined) throw noEntries('It has no rows.');
  const tool = toolTableOf(first.cells);
  const guess = guessColumns(rows);
  const hasHeader = tool !== undefined || guess.hasHeader;
  const below = hasHeader ? rows.slice(1) : rows;
  if (below.length === 0) throw noEntries('It has no rows below the names of the columns.');
  if (guess.fields.length < 2) {
    throw new FileRefused(
      'no-answer-column',
      'It has one column only: there must be one for the question and one for the answer.',
    );
  }
  const wantsTool = wanted === 'intercom' || wanted === 'freshdesk' ? wanted : undefined;
  const format = wantsTool ?? (wanted === undefined ? tool?.format : undefined) ?? 'csv';
  const fields: readonly ColumnField[] =
    format === tool?.format ? padded(tool.fields, guess.fields.length) : guess.fields;
  const table: TableReading = {
    rows: below,
    names: fields.map((_, at) => (hasHeader && first.cells[at]?.trim()) || letterOf(at)),
    fields,
    damaged,
    answerText: format === 'csv' ? (answer) => answer : toolAnswer,
    exact: tableHeader.every((name, at) => first.cells[at] === name || name === 'attachments'),
  };
  return { table, format } as const;
}

function padded(fields: readonly ColumnField[], width: number): ColumnField[] {
  return Array.from({ length: width }, (_, at) => fields[at] ?? 'ignore');
}

/** Columns without a name are called as spreadsheets do: A, B, …, AA. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

function readJson(text: string): Pick<ImportSource, 'format' | 'content' | 'base' | 'baseName'> {
  const json = parseJson(text);
  const other = readOtherTools(json);
  if (other !== undefined) {
    if (other.drafts.length === 0) throw noEntries('None of it writes a reply.');
    const content = { kind: 'drafts', drafts: other.drafts, bad: [], given: answerFields } as const;
    return { format: other.format, content, base: undefined, baseName: undefined };
  }
  const value = json.value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'format')) {
    throw new FileRefused('unknown-json', 'This JSON is of no kind that can be imported.');
  }
  const file = v.safeParse(knowledgeFileSchema, value);
  if (!file.success) {
    const issue = file.issues[0];
    const column = v.getDotPath(issue) ?? '';
    const kind = column.startsWith('base') ? 'wrong-base' : 'unknown-json';
    throw new FileRefused(kind, `${column || 'The file'} ${issue.message}.`, { column });
  }
  const lines = json.linesOf(3);
  const entries = file.output.entries.map((value, at) => ({ row: lines[at] ?? 1, value }));
  if (entries.length === 0) throw noEntries('Its list of entries is empty.');
  const content = { kind: 'file-entries', entries } as const;
  return { format: 'cuecard', content, base: file.output.base, baseName: undefined };
}

/** In formats that are not read line by line a broken character spoils the whole. */
function mustBeClean(text: string, damaged: boolean): string {
  if (!damaged) return text;
  const row = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  throw new FileRefused(
    'unreadable-characters',
    `Line ${row} has characters that cannot be read.`,
    {
      row,
    },
  );
}

const noEntries = (why: string) =>
  new FileRefused('no-entries', `There is nothing to import. ${why}`);
