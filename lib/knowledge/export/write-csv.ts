import type { Entry } from '../../domain/entry';
import { guardCell } from '../formula-guard';
import type { Pace } from '../import/file-refused';
import { tableHeader } from '../table-header';
import { tableRows } from './table-rows';

/**
 * Entries as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows the encoding.
 * No cell is a formula.
 */
export async function writeCsv(
  entries: readonly Entry[],
  pace: Pace,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = [tableHeader.join(',')];
  for (const cells of tableRows(entries)) {
    lines.push(cells.map(csvCell).join(','));
    if (lines.length % 500 === 0) await pace();
  }
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function csvCell(text: string): string {
  const cell = guardCell(text);
  return /^\s|[",\r\n;\t|']|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
