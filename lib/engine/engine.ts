import type { EntryRef } from '../domain/pick';
import type { EngineEntry } from './engine-entry';
import { createIndex, type Restored } from './index/entry-index';
import { keepOverlay, keptOverlay } from './keep/kept-overlay';
import { createLearning } from './learn/learning';
import type { Lesson } from './learn/lesson';
import { type Correction, correctionFrom, type Outcome } from './rank/correction';
import { rankMessage } from './rank/rank-message';
import type { EngineCue, Ranked, Ranking } from './rank/ranking';
import { markWords } from './text/mark-words';

export type { EngineCue, EngineEntry, Lesson, Outcome, Ranked, Ranking, Restored };
// The engine's whole public face stands in this file.
export { markWords };

export type Engine = {
  /** Adds entries, or replaces those with the same (base, id). */
  put(entries: Iterable<EngineEntry>): void;
  remove(refs: Iterable<EntryRef>): void;
  /** Never throws. `limit` (8) is for the suggestions; `smallTalk` (true) lets small talk in. */
  rank(cue: EngineCue, options?: { limit?: number; smallTalk?: boolean }): Ranking;
  /** Learns from what an agent did, at once when the training is done. Each id counts once. */
  learn(lesson: Lesson): void;
  /** Takes lessons back: what is left is learned as if they had never been. */
  unlearn(ids: Iterable<string>): void;
  /**
   * Goes on with the training for about so many steps (a million take some 10 ms); true when
   * nothing is left to do. Until then `rank` answers with what is there already.
   */
  train(steps: number): boolean;
  /**
   * What was built and trained since the last call, as bytes in parts of some MB; undefined when
   * nothing was. The parts are made as they are asked for.
   */
  snapshot(): Iterable<Uint8Array> | undefined;
  /**
   * Takes over what a snapshot holds, instead of building it again; the entries must be put
   * before. One that is damaged, older or of other entries is refused whole, and never throws.
   * @param outlined entries of which only the `print` is known: into an engine that has none they are
   * put along with it, unless it is refused
   */
  restore(snapshot: readonly Uint8Array[], outlined?: readonly EngineEntry[]): Restored;
  /**
   * What was made of the lessons, to be kept beside the snapshot: undefined as long as it is not much
   * more than was kept last, no parts when there are no lessons any more. It holds no texts.
   */
  keepLearned(): Iterable<Uint8Array> | undefined;
  /**
   * Goes on from it once the same lessons were told again, before more of them: they need not be
   * learned anew. What is damaged, or of other lessons or entries, is passed over.
   */
  restoreLearned(parts: readonly Uint8Array[]): void;
  /**
   * Entries without texts that no snapshot has as they are: as long as there are any, `rank` does not
   * find them, or finds them by the words they had.
   */
  wanting(): readonly EntryRef[];
  /**
   * Tells how cards of a base turned out, all that is known of it: its confidences follow. None
   * takes the correction back.
   */
  correct(base: string, outcomes: readonly Outcome[]): void;
  /** Whether all votes are in use; `train` may still have to ask the bases about themselves. */
  readonly isReady: boolean;
  readonly size: number;
};

const defaultLimit = 8;

/**
 * A ranking engine over entries of any number of bases and both languages. With `train: 'now'`
 * the first `rank` after a change trains to the end (for tests and benches); with `'later'` the
 * caller trains in slices with `train`, and `rank` always answers at once.
 */
export function createEngine(options: { train?: 'now' | 'later' } = {}): Engine {
  const index = createIndex();
  const learning = createLearning();
  const corrections = new Map<string, Correction>();
  /** By base what its correction is still to be fitted to: a millisecond or two of work. */
  const unfitted = new Map<string, readonly Outcome[]>();

  function fitCorrections(): void {
    for (const [base, outcomes] of unfitted) corrections.set(base, correctionFrom(outcomes));
    unfitted.clear();
  }

  function train(steps: number): boolean {
    fitCorrections();
    // The model of a base in the making costs some work of its own, which is for whoever ranks.
    return index.train(steps) && learning.work(index.model(), true, steps, index.print);
  }

  return {
    put: index.put,
    remove: index.remove,
    train,
    snapshot: index.snapshot,
    restore: index.restore,
    wanting: index.wanting,
    keepLearned() {
      const kept = learning.keep(index.model(), index.print());
      return kept === 'none' ? [] : kept && keepOverlay(kept);
    },
    restoreLearned(parts) {
      const kept = keptOverlay(parts);
      if (kept !== undefined) learning.restore(kept);
    },
    learn: learning.learn,
    unlearn: (ids) => learning.unlearn(new Set(ids)),
    rank(cue, { limit = defaultLimit, smallTalk = true } = {}) {
      if (options.train !== 'later') train(Number.POSITIVE_INFINITY);
      fitCorrections();
      const model = index.modelFor(cue);
      learning.serve(model, index.print());
      return rankMessage(model, cue, { limit, smallTalk, corrections });
    },
    correct(base, outcomes) {
      unfitted.set(base, outcomes);
    },
    get isReady() {
      return index.isTrained;
    },
    get size() {
      return index.size;
    },
  };
}
