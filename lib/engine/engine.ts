import type { EntryRef } from '../domain/pick';
import { type AnalysedEntry, analyseEntry } from './corpus';
import type { EngineEntry } from './engine-entry';
import { createLearning } from './learning';
import type { Lesson } from './lesson';
import { createModel, type Model } from './model';
import { rankMessage } from './rank-message';
import type { EngineCue, Ranked, Ranking } from './ranking';
import { createVocabulary } from './vocabulary';

// The engine's whole public face stands in this file.
export { markWords } from './mark-words';
export type { EngineCue, EngineEntry, Lesson, Ranked, Ranking };

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
  readonly size: number;
};

const defaultLimit = 8;

/**
 * A ranking engine over entries of any number of bases and both languages. With `train: 'now'`
 * the first `rank` after a change trains to the end (for tests and benches); with `'later'` the
 * caller trains in slices with `train`, and `rank` always answers at once.
 */
export function createEngine(options: { train?: 'now' | 'later' } = {}): Engine {
  const entries = new Map<string, AnalysedEntry>();
  let vocabulary = createVocabulary();
  let retired = 0;
  let model: Model | undefined;
  let isTrained = false;
  const learning = createLearning();

  function current(): Model {
    if (model === undefined) isTrained = false;
    model ??= createModel(entries.values(), vocabulary);
    return model;
  }

  function train(steps: number): boolean {
    const ready = current();
    isTrained = ready.train(steps);
    return learning.work(ready, isTrained, steps);
  }

  /** Features of entries long gone would pile up: start over when they are the greater part. */
  function retire(count: number): void {
    retired += count;
    if (retired <= entries.size + 1_000) return;
    retired = 0;
    vocabulary = createVocabulary();
    for (const [key, { entry }] of entries) entries.set(key, analyseEntry(entry, vocabulary));
  }

  return {
    put(added) {
      let replaced = 0;
      for (const entry of added) {
        const key = keyOf(entry);
        if (entries.has(key)) replaced++;
        entries.set(key, analyseEntry(entry, vocabulary));
        model = undefined;
      }
      retire(replaced);
    },
    remove(refs) {
      let removed = 0;
      for (const ref of refs) if (entries.delete(keyOf(ref))) removed++;
      if (removed > 0) model = undefined;
      retire(removed);
    },
    train,
    learn(lesson) {
      learning.learn(lesson);
      // The first one of all is applied at once too.
      if (model !== undefined && isTrained) learning.work(model, isTrained, 1);
    },
    unlearn: (ids) => learning.unlearn(new Set(ids)),
    rank(cue, { limit = defaultLimit, smallTalk = true } = {}) {
      if (options.train !== 'later') train(Number.POSITIVE_INFINITY);
      const ready = current();
      learning.serve(ready);
      return rankMessage(ready, cue, limit, smallTalk);
    },
    get size() {
      return entries.size;
    },
  };
}

function keyOf({ base, id }: EntryRef): string {
  return JSON.stringify([base, id]);
}
