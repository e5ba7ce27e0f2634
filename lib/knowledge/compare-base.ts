import type { Entry } from '../domain/entry';

export type BaseChanges = {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly removed: number;
};

/** What replacing the entries of a base by others would do, and the entries to write for it. */
export function compareBase(
  before: readonly Entry[],
  after: readonly Entry[],
): { readonly changes: BaseChanges; readonly entries: readonly Entry[] } {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const changes = { added: 0, changed: 0, same: 0, removed: 0 };
  const entries = after.map((entry) => {
    const earlier = old.get(entry.id);
    old.delete(entry.id);
    if (earlier === undefined) {
      changes.added++;
      return entry;
    }
    if (sameText(earlier, entry)) {
      changes.same++;
      return earlier;
    }
    changes.changed++;
    return entry;
  });
  changes.removed = old.size;
  return { changes, entries };
}

/** Whether two entries say the same, whenever and from wherever that was written. */
export function sameText(one: Entry, other: Entry): boolean {
  return one === other || textOf(one) === textOf(other);
}

/** Everything of an entry that a person wrote, in one comparable string. */
function textOf(entry: Entry): string {
  const { updatedAt: _, phrasings, ...written } = entry;
  const pairs = Object.entries({ ...written, phrasings: phrasings.map(({ text }) => text) });
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
