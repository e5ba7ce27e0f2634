import { localDay } from '../base/local-day';
import type { RankingRetrained, StoredEvent } from '../domain/pick';
import { tryRetraining } from '../engine/learn/retrain';
import type { BrainParts } from './brain-parts';
import { engineEntryOf } from './engine-entry-of';
import { makePace } from './import-pace';
import type { Knowledge } from './knowledge';
import type { Learned } from './learned';

/** So many more lessons make it worth the try: some seconds of work, in slices. */
const worthATry = 250;
/** Larger bases take minutes to train twice. */
const mostEntries = 2_000;

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
    const lessons = learned.lessons();
    const entries = [...knowledge.bases()].flatMap(({ base, entries }) =>
      entries.map((entry) => engineEntryOf(base, entry)),
    );
    if (entries.length > mostEntries) return;
    isTrying = true;
    triedAt = lessons.length;
    try {
      const pace = makePace(whenIdle);
      const trying = tryRetraining(entries, learned.folded(), lessons, localDay(now()));
      let step = trying.next();
      for (; !step.done; step = trying.next()) await pace();
      if (!step.value.isTaken) return;
      const upTo = Math.max(...lessons.map(({ id }) => Number(id)));
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
