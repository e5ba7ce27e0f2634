import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import type { ExportFormat } from '../../protocol/import-calls';
import type { Pace } from '../import/file-refused';
import { fileBaseOf, fileEntryOf } from './file-entry-of';
import { writeCsv } from './write-csv';
import { writeMarkdown } from './write-markdown';
import { writeWorkbook } from './write-workbook';

export type ExportedFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const kinds: { readonly [format in ExportFormat]: readonly [ending: string, mediaType: string] } = {
  cuecard: ['json', 'application/json'],
  csv: ['csv', 'text/csv'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  markdown: ['md', 'text/markdown'],
};

/**
 * A base as a file that imports again without a difference. The tables hold the entries; the base's
 * own settings (scope, holding reply) are in `cuecard/1` and Markdown only.
 */
export async function exportBase(
  base: KnowledgeBase,
  entries: readonly Entry[],
  format: ExportFormat,
  pace: Pace,
): Promise<ExportedFile> {
  const [ending, mediaType] = kinds[format];
  const bytes = await bytesOf();
  return { fileName: `${base.id}.${ending}`, mediaType, bytes };

  function bytesOf(): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    if (format === 'csv') return writeCsv(entries, pace);
    if (format === 'xlsx') return writeWorkbook(entries, pace);
    if (format === 'markdown') return writeMarkdown(base, entries);
    const file = { format: 'cuecard/1', base: fileBaseOf(base), entries: entries.map(fileEntryOf) };
    return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
  }
}
