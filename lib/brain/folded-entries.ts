import type { Lesson } from '../engine/engine';
import { isFoldable } from '../engine/learn/fold-lessons';
import { entryKey } from '../store/store';

/** The keys of the entries that have other picks folded in than before. */
export function changedBy(before: readonly Lesson[], after: readonly Lesson[]): string[] {
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
