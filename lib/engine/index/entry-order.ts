import type { EntryRef } from '../../domain/pick';
import type { HeldEntry } from './segment';

export function keyOf({ base, id }: EntryRef): string {
  return `${base.length} ${base}${id}`;
}

/** The order of a segment's entries. */
export function byBaseAndId({ entry: a }: HeldEntry, { entry: b }: HeldEntry): number {
  if (a.base !== b.base) return a.base < b.base ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
