import type { EntryRef } from '../../domain/pick';
import type { Corpus } from '../index/corpus';

type Entries = Corpus['entries'];

export type EntryPlaces = {
  /** -1 for an entry that is not there. */
  find(ref: EntryRef): number;
  /** Where the entries of a later corpus stood; -1 for those that came since. */
  of(later: Entries): Int32Array;
};

/** Where entries stand in a corpus. */
export function entryPlaces(entries: Entries): EntryPlaces {
  const byBase = new Map<string, Map<string, number>>();
  entries.forEach(({ entry: { base, id } }, at) => {
    const own = byBase.get(base) ?? new Map<string, number>();
    if (own.size === 0) byBase.set(base, own);
    own.set(id, at);
  });
  const find = ({ base, id }: EntryRef) => byBase.get(base)?.get(id) ?? -1;
  return {
    find,
    of(later) {
      const places = new Int32Array(later.length);
      for (let at = 0; at < later.length; at++) {
        const held = later[at];
        // Nearly all stand where they stood.
        if (held !== undefined) places[at] = held === entries[at] ? at : find(held.entry);
      }
      return places;
    },
  };
}
