import type { Entry } from '../../domain/entry';
import { joinCell } from '../import/cell-list';
import { tableHeader } from '../table-header';

/** Spreadsheets cut a cell off after 32,767 characters. */
const longestList = 30_000;

/**
 * The rows of a table of entries, without the header. An entry with more phrasings than fit into one
 * cell gets further rows that hold just its id and title and the rest.
 */
export function* tableRows(entries: readonly Entry[]): Generator<string[]> {
  for (const entry of entries) {
    const [phrasings = '', ...more] = phrasingCells(entry);
    const cells: { readonly [column in (typeof tableHeader)[number]]: string } = {
      id: entry.id,
      title: entry.title,
      phrasing: phrasings,
      answer: entry.answer,
      'answer.en': entry.variants.en ?? '',
      'answer.zh': entry.variants.zh ?? '',
      tags: joinCell(entry.tags, 'tags'),
      validFrom: entry.validFrom ?? '',
      validUntil: entry.validUntil ?? '',
      asksFirst: entry.asksFirst ?? '',
      mustEdit: entry.mustEdit ? 'yes' : 'no',
      links: entry.links.map(({ kind, to }) => `${kind}:${to}`).join('\n'),
      attachments: (entry.attachments ?? []).map(({ name, url }) => `${name} ${url}`).join('\n'),
    };
    yield tableHeader.map((column) => cells[column]);
    for (const cell of more) {
      yield tableHeader.map((column) =>
        column === 'id' ? entry.id : column === 'phrasing' ? cell : '',
      );
    }
  }
}

function phrasingCells(entry: Entry): string[] {
  const cells: string[] = [];
  let some: string[] = [];
  let length = 0;
  for (const { text } of entry.phrasings) {
    if (length + text.length > longestList) {
      cells.push(joinCell(some, 'phrasing'));
      some = [];
      length = 0;
    }
    some.push(text);
    length += text.length;
  }
  cells.push(joinCell(some, 'phrasing'));
  return cells;
}
