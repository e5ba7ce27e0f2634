import { describe, expect, it } from 'vitest';
import { exportBase } from '../../../../lib/knowledge/export/export-base';
import { readCsv } from '../../../../lib/knowledge/import/read-csv';
import { readWorkbook } from '../../../../lib/knowledge/import/read-workbook';
import { makeBase, makeEntry } from '../../../support/make-entry';
import { plan } from '../support/plan-file';

const noPace = async () => {};
const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', "'=", "''@"];
const entries = starts.map((start, at) =>
  makeEntry({
    id: `e${at}`,
    base: 'base',
    title: `${start}cmd|'/c calc'!A1`,
    phrasings: [{ text: `${start}1`, source: 'import' }],
    answer: `${start}HYPERLINK("https://x.example","here")`,
  }),
);
const base = makeBase({ id: 'base' });

describe('an exported cell', () => {
  it.each(['csv', 'xlsx'] as const)('of %s never starts a formula', async (format) => {
    const { bytes } = await exportBase(base, entries, format, noPace);
    const rows =
      format === 'csv'
        ? await readCsv(new TextDecoder().decode(bytes), noPace)
        : await readWorkbook(bytes, noPace);
    expect(rows).toHaveLength(starts.length + 1);
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    }
  });

  it.each(['csv', 'xlsx'] as const)('of %s says again what it said', async (format) => {
    const { fileName, bytes } = await exportBase(base, entries, format, noPace);
    const read = await plan(fileName, bytes);
    // Texts are trimmed when they come in; a start of white space is no part of them.
    expect(read.planned.map(({ entry }) => entry.title)).toEqual(
      entries.map(({ title }) => title.trim()),
    );
    expect(read.planned.map(({ entry }) => entry.answer)).toEqual(
      entries.map(({ answer }) => answer.trim()),
    );
  });

  it('is the same in every export of the same base', async () => {
    for (const format of ['cuecard', 'csv', 'xlsx', 'markdown'] as const) {
      const first = await exportBase(base, entries, format, noPace);
      expect(await exportBase(base, entries, format, noPace)).toEqual(first);
    }
  });
});
