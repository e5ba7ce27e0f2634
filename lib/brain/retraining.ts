import { localDay } from '../base/local-day';
import type { RankingRetrained, StoredEvent } from '../domain/pick';
import type { EngineEntry, Lesson } from '../engine/engine';
import { isFoldable } from '../engine/learn/fold-lessons';
import { tryRetraining } from '../engine/learn/retrain';
import { entryKey } from '../store/store';
import type { BrainParts } from './brain-parts';
import { engineEntryOf } from './engine-entry-of';
import { makePace } from './import-pace';
import type { Knowledge } from './knowledge';
import type { Learned } from './learned';

/** So many more lessons make it worth the try: some seconds of work, in slices. */
const worthATry = 250;
/** The trial has an index of its own: some 100 MB more for its time, twice that with 20,000. */
const mostEntries = 10_000;
/** As many as the engine indexes beside the others: with more at once its answers are rough for a while. */
const mostChanged = 500;
/** Nobody waits for it. */
const sliceMs = 12;

type Parts = {
  readonly knowledge: Pick<Knowledge, 'bases'>;
  readonly learned: Pick<Learned, 'lessons' | 'folded' | 'size' | 'heard'>;
} & Pick<BrainParts, 'store' | 'now' | 'whenIdle'>;

/**
 * Gives back what trains anew when enough was learned since the last try, and only if it ranks
 * held-back picks no worse. That it was done is an event: a version, from which a restart follows.
 */
export function makeRetraining({ knowledge, learned, store, now, whenIdle }: Parts) {
  let triedAt = learned.size;
  let isTrying = false;
  return async (): Promise<void> => {
    if (isTrying || learned.size < triedAt + worthATry) return;
    const bases = [...knowledge.bases()];
    if (bases.reduce((sum, { entries }) => sum + entries.length, 0) > mostEntries) return;
    isTrying = true;
    const lessons = learned.lessons();
    const folded = learned.folded();
    triedAt = lessons.length;
    try {
      const pace = makePace(whenIdle, sliceMs);
      const entries: EngineEntry[] = [];
      for (const { base, entries: own } of bases) {
        for (const entry of own) {
          entries.push(engineEntryOf(base, entry));
          await pace();
        }
      }
      const upTo = lastFoldable(folded, lessons);
      const offered = lessons.filter(({ id }) => Number(id) <= upTo);
      const trying = tryRetraining(entries, { folded, offered, lessons }, localDay(now()));
      let step = trying.next();
      for (; !step.done; step = trying.next()) await pace();
      if (!step.value.isTaken) return;
      const event: Omit<StoredEvent, 'seq'> & RankingRetrained = {
        kind: 'ranking-retrained',
        cueText: '',
        upTo,
        at: now(),
        conversationKey: '',
        consoleId: '',
      };
      const { seq } = await store.appendEvent(event);
      learned.heard({ ...event, seq });
    } finally {
      isTrying = false;
    }
  };
}

/** The last pick until which not too many entries would change; the next try goes on from there. */
function lastFoldable(folded: readonly Lesson[], lessons: readonly Lesson[]): number {
  const known = new Set(folded.map(({ id }) => id));
  const changed = new Set<string>();
  let last = 0;
  for (const lesson of lessons) {
    if (!isFoldable(lesson)) continue;
    if (!known.has(lesson.id)) changed.add(entryKey(lesson.entry));
    if (changed.size > mostChanged) break;
    last = Math.max(last, Number(lesson.id));
  }
  return last;
}
