import type { ColumnField, ImportProblem } from '../../protocol/import-calls';
import { unguardCell } from '../formula-guard';
import { splitCell } from './cell-list';
import type { Draft } from './draft';
import type { Pace } from './file-refused';
import { readAttachments, readDay, readLinks, readYes } from './read-cell';
import type { TableRow } from './read-csv';

export type TableReading = {
  readonly rows: readonly TableRow[];
  readonly names: readonly string[];
  readonly fields: readonly ColumnField[];
  /** Some bytes made no sense: cells with U+FFFD are not what was written. */
  readonly damaged: boolean;
  /** Turns an answer of another tool into ours. */
  readonly answerText: (answer: string) => string;
  /** Whether line ends in cells are kept as they are: in our own files they are meant so. */
  readonly exact: boolean;
};

/** What each row says, and the rows that cannot be used. */
export async function rowsToDrafts(
  table: TableReading,
  pace: Pace,
): Promise<{ readonly drafts: readonly Draft[]; readonly bad: readonly ImportProblem[] }> {
  const drafts: Draft[] = [];
  const bad: ImportProblem[] = [];
  for (const row of table.rows) {
    const read = rowToDraft(row, table);
    if ('kind' in read) bad.push(read);
    else drafts.push(read);
    if (drafts.length % 500 === 0) await pace();
  }
  return { drafts, bad };
}

function rowToDraft(row: TableRow, table: TableReading): Draft | ImportProblem {
  const problem = (kind: ImportProblem['kind'], column: string, reason: string) => ({
    kind,
    row: row.line,
    column,
    reason,
  });
  if (row.unclosed) {
    return problem('unclosed-quote', '', 'A quotation mark is opened here and never closed.');
  }
  const draft: { -readonly [Field in keyof Draft]: Draft[Field] } = { row: row.line };
  const variants: { en?: string; zh?: string } = {};
  const phrasings: string[] = [];
  const tags: string[] = [];
  for (const [at, field] of table.fields.entries()) {
    if (field === 'ignore') continue;
    const column = table.names[at] ?? '';
    const raw = unguardCell(row.cells[at] ?? '');
    const cell = table.exact ? raw : raw.replace(/\r\n?/g, '\n');
    const text = cell.trim();
    if (text === '') continue;
    if (table.damaged && text.includes('\uFFFD')) {
      return problem('unreadable-characters', column, 'Some characters here cannot be read.');
    }
    switch (field) {
      case 'id':
      case 'title':
      case 'asksFirst':
        draft[field] ??= text;
        break;
      case 'answer':
        draft.answer ??= table.answerText(text);
        break;
      case 'answer.en':
        variants.en ??= table.answerText(text);
        break;
      case 'answer.zh':
        variants.zh ??= table.answerText(text);
        break;
      case 'phrasing':
        for (const phrasing of splitCell(cell, 'phrasing')) phrasings.push(phrasing);
        break;
      case 'tags':
        for (const tag of splitCell(cell, 'tags')) tags.push(tag);
        break;
      case 'validFrom':
      case 'validUntil': {
        const day = readDay(text);
        if (day === undefined) {
          return problem('bad-day', column, `"${text.slice(0, 40)}" is no day such as 2026-11-30.`);
        }
        draft[field] ??= day;
        break;
      }
      case 'mustEdit': {
        const yes = readYes(text);
        if (yes === undefined) {
          return problem('bad-value', column, `"${text.slice(0, 40)}" is neither yes nor no.`);
        }
        draft.mustEdit ??= yes;
        break;
      }
      case 'links': {
        const links = readLinks(text);
        if (links === undefined) {
          const like = 'such as "follow-up:entry-id"';
          return problem(
            'bad-value',
            column,
            `"${text.slice(0, 40)}" is no list of links ${like}.`,
          );
        }
        draft.links = [...(draft.links ?? []), ...links];
        break;
      }
      case 'attachments':
        draft.attachments = [...(draft.attachments ?? []), ...readAttachments(text)];
    }
  }
  if (variants.en !== undefined || variants.zh !== undefined) draft.variants = variants;
  if (phrasings.length > 0) draft.phrasings = phrasings;
  if (tags.length > 0) draft.tags = tags;
  return draft;
}
