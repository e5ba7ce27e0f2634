import { languageOf } from '../../domain/language';
import type { ColumnField } from '../../protocol/import-calls';
import { type HeaderMeaning, headerMeaning } from './header-words';
import type { TableRow } from './read-csv';

export type GuessedColumns = {
  /** Whether the first row holds the columns' names. */
  readonly hasHeader: boolean;
  /** One for each column. */
  readonly fields: readonly ColumnField[];
};

/** How many rows are looked at for what a column holds. */
const sampleRows = 50;

/** What each column is, by its name in English or Chinese, else by what it holds. */
export function guessColumns(rows: readonly TableRow[]): GuessedColumns {
  const width = rows
    .slice(0, sampleRows)
    .reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const first = rows[0]?.cells ?? [];
  const meanings = Array.from({ length: width }, (_, at) => headerMeaning(first[at] ?? ''));
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  const says = (kind: string) => meanings.some((meaning) => meaning?.kind === kind);
  const hasNames = says('answer') || says('question') || says('title') || known >= 2;
  const hasHeader = hasNames || looksLikeNames(rows);
  const below = rows.slice(hasHeader ? 1 : 0, sampleRows);
  const fields = fieldsOf(meanings);
  return { hasHeader, fields: hasNames ? withAnswer(fields, below) : byContent(width, below) };
}

/** A title is taken from the questions where no column is called so. */
function fieldsOf(meanings: readonly (HeaderMeaning | undefined)[]): ColumnField[] {
  let hasTitle = meanings.some((meaning) => meaning?.kind === 'title');
  const taken = new Set<ColumnField>();
  return meanings.map((meaning) => {
    if (meaning === undefined) return 'ignore';
    const field = fieldOf(meaning);
    const several = ['phrasing', 'tags', 'links', 'attachments'].includes(field);
    if (!several && taken.has(field)) return 'ignore';
    taken.add(field);
    return field;
  });

  function fieldOf(meaning: HeaderMeaning): ColumnField {
    if (meaning.kind === 'question') {
      if (hasTitle) return 'phrasing';
      hasTitle = true;
      return 'title';
    }
    if (meaning.kind !== 'answer') return meaning.kind;
    const language = 'language' in meaning ? meaning.language : undefined;
    return language === undefined ? 'answer' : `answer.${language}`;
  }
}

const isAnswer = (field: ColumnField) => field.startsWith('answer');

/** Where no name says which column the answer is, the longest of the nameless ones. */
function withAnswer(fields: ColumnField[], rows: readonly TableRow[]): ColumnField[] {
  if (fields.some(isAnswer)) return fields;
  const longest = longestColumn(
    fields.map((field, at) => (field === 'ignore' ? at : -1)),
    rows,
  );
  return fields.map((field, at) => (at === longest ? 'answer' : field));
}

/** Nameless tables: the longest column is the answer, the first other one that holds words asks. */
function byContent(width: number, rows: readonly TableRow[]): ColumnField[] {
  const columns = Array.from({ length: width }, (_, at) => at);
  const worded = columns.filter((at) => wordsIn(at, rows) * 2 > rows.length);
  const answer = worded.length < 2 ? undefined : longestColumn(worded, rows);
  const title = worded.find((at) => at !== answer);
  const other = worded.find(
    (at) => at !== answer && at !== title && isTranslation(at, answer, rows),
  );
  return columns.map((at): ColumnField => {
    if (at === answer) return 'answer';
    if (at === title) return 'title';
    if (at === other) return `answer.${languageAt(at, rows)}`;
    return 'ignore';
  });
}

function textAt(column: number, rows: readonly TableRow[]): string {
  return rows.map(({ cells }) => (cells[column] ?? '').slice(0, 500)).join(' ');
}

const languageAt = (column: number, rows: readonly TableRow[]) => languageOf(textAt(column, rows));

/** A further column of about the answer's length in the other language. */
function isTranslation(column: number, answer: number | undefined, rows: readonly TableRow[]) {
  if (answer === undefined) return false;
  const length = textAt(column, rows).length;
  return (
    languageAt(column, rows) !== languageAt(answer, rows) &&
    length * 5 > textAt(answer, rows).length
  );
}

function wordsIn(column: number, rows: readonly TableRow[]): number {
  return rows.filter(({ cells }) => /\p{L}{2}/u.test((cells[column] ?? '').slice(0, 200))).length;
}

function longestColumn(columns: readonly number[], rows: readonly TableRow[]): number | undefined {
  let best: number | undefined;
  let longest = 0;
  for (const column of columns) {
    const length = column < 0 ? 0 : textAt(column, rows).replace(/[\s\d]/g, '').length;
    if (length > longest) {
      longest = length;
      best = column;
    }
  }
  return best;
}

/** Short words, none twice, no sentence among them, and longer text below. */
function looksLikeNames(rows: readonly TableRow[]): boolean {
  const names = (rows[0]?.cells ?? []).map((name) => name.trim());
  if (rows.length < 2 || names.length < 2 || new Set(names).size < names.length) return false;
  const below = textAt(0, rows.slice(1, sampleRows)).length / (rows.length - 1);
  const isName = (name: string) =>
    name !== '' && name.length <= 24 && !/[.?!。？！,，\d]/.test(name);
  return names.every(isName) && below > (names[0]?.length ?? 0) * 2;
}
