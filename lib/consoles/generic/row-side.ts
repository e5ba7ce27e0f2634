import { textBox } from './look';

/** Where in its column a row's text stands, in reading direction. */
export type RowSide = 'start' | 'end' | 'middle' | 'wide';

/** @param column the box within which rows stand at one side or the other */
export function sideOf(row: Element, column: DOMRect): RowSide {
  const box = textBox(row);
  const { width } = column;
  if (box === undefined || width === 0) return 'wide';
  const left = (box.left - column.left) / width;
  const right = (column.right - box.right) / width;
  if (Math.abs(left - right) < 0.08) return left > 0.15 ? 'middle' : 'wide';
  const isRightToLeft = row.ownerDocument.defaultView?.getComputedStyle(row).direction === 'rtl';
  return left < right !== isRightToLeft ? 'start' : 'end';
}
