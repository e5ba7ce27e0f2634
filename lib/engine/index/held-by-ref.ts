import type { EntryRef } from '../../domain/pick';
import type { HeldEntry } from './segment';

/** Entries by (base, id). */
export type HeldByRef = {
  get(ref: EntryRef): HeldEntry | undefined;
  set(held: HeldEntry): void;
  delete(ref: EntryRef): void;
  /** Those of a base together. */
  values(): Iterable<HeldEntry>;
  readonly size: number;
};

/** A map for each base: keys put together of base and id take a start most of its time. */
export function createHeldByRef(): HeldByRef {
  const bases = new Map<string, Map<string, HeldEntry>>();
  let latest: string | undefined;
  let ofLatest = new Map<string, HeldEntry>();
  const ofBase = (base: string) => {
    if (base === latest) return ofLatest;
    const found = bases.get(base);
    if (found === undefined) return undefined;
    latest = base;
    ofLatest = found;
    return found;
  };
  return {
    get: ({ base, id }) => ofBase(base)?.get(id),
    set(held) {
      const { base, id } = held.entry;
      const known = ofBase(base);
      if (known === undefined) bases.set(base, new Map([[id, held]]));
      else known.set(id, held);
    },
    delete({ base, id }) {
      ofBase(base)?.delete(id);
    },
    *values() {
      for (const ofOne of bases.values()) for (const held of ofOne.values()) yield held;
    },
    get size() {
      let size = 0;
      for (const ofOne of bases.values()) size += ofOne.size;
      return size;
    },
  };
}
