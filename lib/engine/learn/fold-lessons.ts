import type { EngineEntry } from '../engine-entry';
import type { Lesson } from './lesson';

/** More than this adds little and costs training time; the newest say best how people ask now. */
const mostFolded = 60;

/** Gives entries back with what was said when they were picked as further phrasings. */
export type Fold = (entries: readonly EngineEntry[]) => readonly EngineEntry[];

/**
 * For training anew. Entries that nothing was learned about come back as they are. The lessons are
 * looked at once: there may be thousands.
 */
export function makeFold(lessons: readonly Lesson[]): Fold {
  if (lessons.length === 0) return (entries) => entries;
  const said = new Map<string, Set<string>>();
  for (const lesson of lessons) {
    if (!isFoldable(lesson)) continue;
    const key = keyOf(lesson.entry);
    const texts = said.get(key) ?? new Set();
    said.set(key, texts);
    // The newest stand last.
    texts.delete(lesson.text);
    texts.add(lesson.text);
  }
  return (entries) =>
    entries.map((entry) => {
      const texts = said.get(keyOf(entry));
      if (texts === undefined) return entry;
      const own = new Set(entry.phrasings);
      const more = [...texts].filter((text) => !own.has(text)).slice(-mostFolded);
      return { ...entry, phrasings: [...entry.phrasings, ...more] };
    });
}

/** Only picks can become phrasings; rejections and gaps stay lessons. */
export function isFoldable(lesson: Lesson): lesson is Exclude<Lesson, { kind: 'gap' }> {
  return lesson.kind === 'pick' || lesson.kind === 'edit';
}

const keyOf = ({ base, id }: { readonly base: string; readonly id: string }) =>
  JSON.stringify([base, id]);
