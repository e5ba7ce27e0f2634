import type { Role } from '../../domain/message';
import { sideOf } from './row-side';

/** Who wrote a row, where nothing but its side in the list's column tells. */
export function roleBySide(row: Element, customerSide: 'start' | 'end'): Role | undefined {
  const column = row.parentElement?.getBoundingClientRect();
  const side = column && sideOf(row, column);
  if (side !== 'start' && side !== 'end') return undefined;
  return side === customerSide ? 'customer' : 'agent';
}
