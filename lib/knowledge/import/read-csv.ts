import { FileRefused, importCaps, type Pace } from './file-refused';

export type TableRow = {
  /** Line of the file on which it starts, or row of the sheet; from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** It has a quotation mark that is opened and never closed. */
  readonly unclosed?: boolean;
};

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const delimiters = [',', ';', '\t', '|'] as const;

/** Reads a table of text as RFC 4180 has it, with the delimiter recognised. Empty rows are left out. */
export async function readCsv(text: string, pace: Pace): Promise<TableRow[]> {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = declared?.[1] ?? guessDelimiter(text);
  const rows: TableRow[] = [];
  for (const row of csvRows(text, delimiter)) {
    if (declared !== null && row.line === 1) continue;
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (rows.push(row) > importCaps.rows + 1) {
      throw new FileRefused('too-many-rows', `The file has more than ${importCaps.rows} rows.`, {
        row: row.line,
      });
    }
    if (rows.length % 500 === 0) await pace();
  }
  return rows;
}

/**
 * The delimiter that cuts the first records into most columns; equal numbers of columns in all of
 * them count for more than many columns in some.
 */
export function guessDelimiter(text: string): string {
  const start = text.slice(0, 64 * 1024);
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths: number[] = [];
    try {
      for (const row of csvRows(start, delimiter)) {
        if (row.cells.length > 1 || row.cells[0] !== '') widths.push(row.cells.length);
        if (widths.length === 50) break;
      }
    } catch {
      widths.push(importCaps.columns);
    }
    // The last record may be cut off by the sample's end.
    if (start.length < text.length && widths.length > 1) widths.pop();
    const first = widths[0] ?? 1;
    const alike = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    const score = first < 2 ? 0 : alike * 100 + Math.min(first, 20);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Every record with the line on which it starts. Linear in the text's length, whatever it holds. */
export function* csvRows(text: string, delimiter: string): Generator<TableRow> {
  const separator = delimiter.charCodeAt(0);
  let at = 0;
  let line = 1;
  // After a quotation mark that is never closed there is no telling which ones open a cell.
  let quotesMeanText = false;
  while (at < text.length) {
    const row = { line, cells: [] as string[], unclosed: false };
    for (let inRow = true; inRow; ) {
      let cell = '';
      if (text.charCodeAt(at) === quote) {
        const quoted = quotesMeanText ? undefined : quotedCell(text, at);
        if (quoted === undefined) {
          quotesMeanText = true;
          row.unclosed = true;
        } else {
          cell = quoted.cell;
          line += linesIn(text, at, quoted.end);
          at = quoted.end;
        }
      }
      const from = at;
      while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === separator || code === lineFeed || code === carriageReturn) break;
        at++;
      }
      if (at > from) cell += text.slice(from, at);
      if (row.cells.push(cell) > importCaps.columns) {
        throw new FileRefused(
          'too-many-columns',
          `Line ${row.line} has more than ${importCaps.columns} columns.`,
          { row: row.line },
        );
      }
      inRow = text.charCodeAt(at) === separator;
      if (inRow) at++;
    }
    if (at < text.length) {
      at += text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
      line++;
    }
    const { unclosed, ...read } = row;
    yield unclosed ? row : read;
  }
}

/** The cell whose opening quotation mark stands at `start`; undefined when it is never closed. */
function quotedCell(text: string, start: number) {
  const pieces: string[] = [];
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end === -1) return undefined;
    pieces.push(text.slice(from, end));
    if (text.charCodeAt(end + 1) !== quote) return { cell: pieces.join(''), end: end + 1 };
    pieces.push('"');
    from = end + 2;
  }
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed) lines++;
    else if (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed) lines++;
  }
  return lines;
}
