/** Half-open range of rows. */
export type RowRange = { readonly from: number; readonly to: number };

/**
 * The rows to be painted of a list of any length: those in sight and as many around them as are in
 * sight, so that scrolling shows no gap. All measures in px.
 */
export function rowsInSight(
  scrollTop: number,
  height: number,
  rowHeight: number,
  total: number,
): RowRange {
  const inSight = Math.max(1, Math.ceil(height / rowHeight));
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const from = Math.min(Math.max(0, first - inSight), Math.max(0, total - 1));
  return { from, to: Math.min(total, first + 2 * inSight + 1) };
}

/** Where to scroll so that a row is in sight, and no further. */
export function scrollToRow(
  row: number,
  scrollTop: number,
  height: number,
  rowHeight: number,
): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}
