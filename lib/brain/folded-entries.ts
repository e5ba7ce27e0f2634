import type { EngineEntry, Lesson } from '../engine/engine';
import { isFoldable, makeFold } from '../engine/learn/fold-lessons';
import { entryKey } from '../store/store';

/** Entries as the ranking knows them: with the picks that it was trained anew with as phrasings. */
export function makeFoldedEntries() {
  let folded: readonly Lesson[] = [];
  let fold = makeFold(folded);
  return {
    get areAny() {
      return folded.length > 0;
    },
    of: (entries: readonly EngineEntry[]) => fold(entries),
    /** Takes these picks and no others; gives the keys of the entries that are others by it. */
    change(picks: readonly Lesson[]): string[] {
      const changed = changedBy(folded, picks);
      folded = picks;
      fold = makeFold(picks);
      return changed;
    },
  };
}

/** The keys of the entries that have other picks folded in than before. */
function changedBy(before: readonly Lesson[], after: readonly Lesson[]): string[] {
  const earlier = byEntry(before);
  const later = byEntry(after);
  const keys = new Set([...earlier.keys(), ...later.keys()]);
  return [...keys].filter((key) => earlier.get(key) !== later.get(key));
}

function byEntry(lessons: readonly Lesson[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const lesson of lessons) {
    if (!isFoldable(lesson)) continue;
    const key = entryKey(lesson.entry);
    ids.set(key, `${ids.get(key) ?? ''} ${lesson.id}`);
  }
  return ids;
}
