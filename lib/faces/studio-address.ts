import type { EntryRef } from '../domain/pick';

/** The Studio's page within the extension; with an entry, the page opens it. */
export function studioAddress(entry?: EntryRef): string {
  if (entry === undefined) return '/studio.html';
  return `/studio.html#${new URLSearchParams({ base: entry.base, entry: entry.id })}`;
}

/** The entry named behind the `#` of the Studio's address. */
export function entryInAddress(hash: string): EntryRef | undefined {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const base = named.get('base');
  const id = named.get('entry');
  return base === null || id === null ? undefined : { base, id };
}
