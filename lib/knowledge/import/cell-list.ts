import { fileLimits } from '../../protocol/knowledge-file';

/** More than an entry may have, so that what is cut off here is refused and never lost unnoticed. */
const mostPieces = fileLimits.phrasings + 1;

/** Between several phrasings in one cell; tags may also be parted by commas. */
const phrasingSeparator = /[\r\n|｜；;]/;
const tagSeparator = /[\r\n|｜；;,，、]/;

/**
 * Cuts a cell into its phrasings or tags. A piece in double quotes is taken as it is, separators
 * included; a doubled quote in it stands for one. Undoes `joinCell`.
 */
export function splitCell(cell: string, kind: 'phrasing' | 'tags'): string[] {
  const separator = kind === 'phrasing' ? phrasingSeparator : tagSeparator;
  const pieces: string[] = [];
  const add = (piece: string) => {
    const text = piece.trim();
    if (text !== '') pieces.push(text);
  };
  // After one that is not closed, quotes mean themselves: the time stays linear in any cell.
  let quotesHold = true;
  for (let at = 0; at <= cell.length && pieces.length < mostPieces; ) {
    while (cell[at] === ' ') at++;
    if (quotesHold && cell[at] === '"') {
      const quoted = quotedPiece(cell, at, separator);
      if (quoted !== undefined) {
        add(quoted.piece);
        at = quoted.next;
        continue;
      }
      quotesHold = false;
    }
    let end = at;
    while (end < cell.length && !separator.test(cell[end] ?? '')) end++;
    add(cell.slice(at, end));
    at = end + 1;
  }
  return pieces;
}

/** One cell of several phrasings or tags, a line each. */
export function joinCell(pieces: readonly string[], kind: 'phrasing' | 'tags'): string {
  const separator = kind === 'phrasing' ? phrasingSeparator : tagSeparator;
  return pieces
    .map((piece) =>
      piece.startsWith('"') || separator.test(piece) ? `"${piece.replaceAll('"', '""')}"` : piece,
    )
    .join('\n');
}

function quotedPiece(cell: string, start: number, separator: RegExp) {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const end = cell.indexOf('"', from);
    if (end === -1) return undefined;
    parts.push(cell.slice(from, end));
    if (cell[end + 1] === '"') {
      parts.push('"');
      from = end + 2;
      continue;
    }
    let next = end + 1;
    while (cell[next] === ' ') next++;
    if (next < cell.length && !separator.test(cell[next] ?? '')) return undefined;
    return { piece: parts.join(''), next: next + 1 };
  }
}
