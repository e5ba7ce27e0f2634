import type { TextRange } from '../domain/suggestion';

export type MarkedPiece = { readonly text: string; readonly marked: boolean };

/**
 * Cuts a stretch of a longer text at the ranges to be marked. `start` is the stretch's offset in
 * that text, which the ranges count from. Ranges may overlap and come in any order.
 */
export function markedPieces(
  text: string,
  start: number,
  ranges: readonly TextRange[],
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const [rangeStart, rangeEnd] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const begin = Math.max(rangeStart - start, from);
    const end = Math.min(rangeEnd - start, text.length);
    if (end <= begin) continue;
    if (begin > from) pieces.push({ text: text.slice(from, begin), marked: false });
    pieces.push({ text: text.slice(begin, end), marked: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}
