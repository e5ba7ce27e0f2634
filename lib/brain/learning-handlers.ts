import type { LearningDecision, StoredEvent } from '../domain/pick';
import type { BrainCallName, ResultOf } from '../protocol/brain-calls';
import type { LearnedPhrasing } from '../protocol/learning-calls';
import { entryKey, type Store } from '../store/store';
import type { BrainParts } from './brain-parts';
import { findDuplicates } from './find-duplicates';
import type { BrainHandlers } from './handlers';
import type { Knowledge } from './knowledge';
import type { Learned } from './learned';
import { phrasingWords, withLearned, withoutLearned } from './learned-in-entry';
import { type LearnedList, listLearned } from './list-learned';

type LearningHandlers = Pick<BrainHandlers, Extract<BrainCallName, `learning.${string}`>>;

/** The calls with which people look after what was learned, and after entries that overlap. */
export function learningHandlers(
  from: {
    readonly knowledge: Knowledge;
    readonly learned: Learned;
    readonly store: Pick<Store, 'appendEvent'>;
  } & Pick<BrainParts, 'now' | 'whenIdle'>,
): LearningHandlers {
  const { knowledge, learned, now } = from;

  const find = (id: string): LearnedPhrasing | undefined =>
    listLearned(learned.phrasings(), knowledge).find((phrasing) => phrasing.id === id);

  /** A decision is an event like any other: what is learned follows from them all. */
  async function decide(kind: LearningDecision['kind'], { id, entry }: LearnedPhrasing) {
    const decision: Omit<StoredEvent, 'seq'> & LearningDecision = {
      kind,
      cueText: '',
      entry: { base: entry.base, id: entry.id },
      phrasing: id,
      at: now(),
      conversationKey: '',
      consoleId: '',
    };
    const { seq } = await from.store.appendEvent(decision);
    learned.heard({ ...decision, seq });
  }

  const entryOf = ({ entry }: LearnedPhrasing) => knowledge.entry(entryKey(entry))?.entry;

  /** Takes its words out of the entry, if that took them from there. */
  async function removeFromEntry(found: LearnedPhrasing) {
    const entry = entryOf(found);
    const { text } = found;
    if (found.state !== 'accepted' || entry === undefined || text === null) return;
    const changed = withoutLearned(entry, text, now());
    if (changed !== entry) await knowledge.saveEntry(changed);
  }

  async function unlearn(id: string, kind: LearningDecision['kind']) {
    const found = find(id);
    if (found === undefined) return { outcome: 'gone' as const };
    await removeFromEntry(found);
    await decide(kind, found);
    return { outcome: 'done' as const };
  }

  return {
    'learning.list': ({ base, state, offset, limit }) => {
      const all: LearnedList = listLearned(learned.phrasings(), knowledge).filter(
        ({ entry }) => base === null || entry.base === base,
      );
      const count = (of: LearnedPhrasing['state']) =>
        all.filter((each) => each.state === of).length;
      return {
        counts: { live: count('live'), accepted: count('accepted'), refused: count('refused') },
        phrasings: all.filter((each) => each.state === state).slice(offset, offset + limit),
      };
    },

    'learning.accept': async ({ id, text }): Promise<ResultOf<'learning.accept'>> => {
      const found = find(id);
      const entry = found === undefined ? undefined : entryOf(found);
      if (found === undefined || entry === undefined || found.text === null) {
        return { outcome: 'gone' };
      }
      const changed = withLearned(entry, phrasingWords(text ?? found.text), now());
      if (changed === undefined) return { outcome: 'does-not-fit' };
      if (changed !== entry) await knowledge.saveEntry(changed);
      await decide('phrasing-accepted', found);
      return { outcome: 'done' };
    },
    'learning.refuse': ({ id }) => unlearn(id, 'phrasing-refused'),
    'learning.take-back': ({ id }) => unlearn(id, 'phrasing-taken-back'),

    'learning.duplicates': ({ base }) => findDuplicates(knowledge, base, from.whenIdle),
  };
}
