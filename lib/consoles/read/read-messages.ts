import type { Message } from '../../domain/message';
import { mostMessages } from '../../protocol/conversation-schema';
import { hash } from './hash';
import { orderOf } from './order-of';
import { attachmentsOf, type Row, readRow } from './read-row';
import type { ReadingPlan } from './reading-plan';
import { walkRows } from './walk-rows';

/** What was read of each row while it stays as it is; `undefined` is remembered too. */
export type RowCache = WeakMap<Element, { readonly row: Row | undefined }>;

/**
 * The last messages of the list, oldest first, drafts and pending rows left out.
 * `rowsRead` tells how many rows were not in the cache: the cost of the reading.
 */
export function readMessages(
  list: Element,
  recipe: ReadingPlan,
  cache: RowCache,
): { readonly messages: readonly Message[]; readonly rowsRead: number } {
  const rows: Row[] = [];
  const seen = new Set<string>();
  let rowsRead = 0;
  let count = 0;
  const order = orderOf(list, recipe);
  const attachments = attachmentsOf(recipe);
  for (const element of walkRows(list, recipe.row, order)) {
    let known = cache.get(element);
    if (known === undefined) {
      known = { row: readRow(element, recipe, attachments) };
      cache.set(element, known);
      rowsRead++;
    }
    const { row } = known;
    if (row === undefined || row.role === 'draft' || row.role === 'pending') continue;
    if (row.id !== undefined) {
      // Shown twice for a moment while the console replaces it: the newer one counts.
      if (seen.has(row.id)) continue;
      seen.add(row.id);
    }
    rows.push(row);
    count += row.parts.length;
    if (count > mostMessages) break;
  }
  return { messages: toMessages(rows.reverse()).slice(-mostMessages), rowsRead };
}

function toMessages(rows: readonly Row[]): Message[] {
  const messages: Message[] = [];
  const taken = new Map<string, number>();
  let before: Row | undefined;
  for (const row of rows) {
    const id = row.id ?? madeId(row, before, taken);
    before = row;
    row.parts.forEach((part, place) => {
      const isLast = place === row.parts.length - 1;
      messages.push({
        id: isLast ? id : `${id}#${part.kind}`,
        role: row.role,
        kind: part.kind,
        text: part.text,
        ...(row.at === undefined ? {} : { at: row.at }),
      });
    });
  }
  return messages;
}

/**
 * Place is told by what stands before, not by a number: numbers would change whenever older
 * messages are loaded or fall out of the tail. Equal rows after equal rows are counted.
 */
function madeId(row: Row, before: Row | undefined, taken: Map<string, number>): string {
  const base = hash(`${before === undefined ? '' : contentOf(before)}\n${contentOf(row)}`);
  const times = (taken.get(base) ?? 0) + 1;
  taken.set(base, times);
  return times === 1 ? base : `${base}.${times}`;
}

function contentOf(row: Row): string {
  return `${row.role}|${row.at ?? ''}|${row.parts.map((part) => part.text).join('|')}`;
}
