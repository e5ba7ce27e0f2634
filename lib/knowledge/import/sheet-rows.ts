import { FileRefused, importCaps } from './file-refused';
import type { TableRow } from './read-csv';
import type { XmlReader } from './read-xml';

/** Puts the rows of a sheet that hold anything to `rows`, line by line as they are read. */
export function makeSheetReader(strings: readonly string[], rows: TableRow[]): XmlReader {
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let type: string | undefined;
  let value = '';
  let inValue = false;
  let phonetic = false;

  function endCell() {
    const text = cellText(type, value, strings);
    if (text === '') return;
    if (column < 0 || column >= importCaps.columns) {
      throw new FileRefused(
        'too-many-columns',
        `Row ${line} has more than ${importCaps.columns} columns.`,
        { row: line },
      );
    }
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  function endRow() {
    if (cells.length === 0) return;
    if (rows.push({ line, cells }) > importCaps.rows + 1) {
      throw new FileRefused('too-many-rows', `The sheet has more than ${importCaps.rows} rows.`, {
        row: line,
      });
    }
  }

  return {
    open(tag, attribute) {
      if (tag === 'row') {
        const number = Number(attribute('r'));
        line = Number.isInteger(number) && number > line ? number : line + 1;
        cells = [];
        column = -1;
      } else if (tag === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t');
        value = '';
      } else if (tag === 'rPh') phonetic = true;
      else if (tag === 'v' || tag === 't') inValue = !phonetic;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'c') endCell();
      else if (tag === 'row') endRow();
    },
    text(piece) {
      if (inValue) value += piece;
    },
  };
}

function cellText(type: string | undefined, value: string, strings: readonly string[]): string {
  if (type === 's') return decodeEscapes(strings[Number(value)] ?? '');
  if (type === 'inlineStr' || type === 'str') return decodeEscapes(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  return value.trim();
}

/** `_x000D_` and its like: how a workbook writes characters that XML has not (ECMA-376, 22.4.2.4). */
function decodeEscapes(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('_x')) return lines;
  return lines.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** "AB12" is in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(reference ?? '')?.[0].toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
