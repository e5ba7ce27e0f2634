/**
 * Spreadsheets take a cell that starts so for a formula, or (tab, CR, LF) cut it and then look
 * again: OWASP, "CSV Injection"; Symfony CVE-2021-41270. The full-width signs are taken for their
 * narrow forms by East Asian versions.
 */
const guarded = /^'*[=+\-@＝＋－＠\t\r\n]/;
const quoted = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** The cell's text as it is written to a table: never a formula. */
export function guardCell(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** Undoes `guardCell`. */
export function unguardCell(cell: string): string {
  return quoted.test(cell) ? cell.slice(1) : cell;
}
