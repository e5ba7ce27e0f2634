import type { EntryRef } from '../domain/pick';
import { type AnalysedEntry, analyseEntry } from './corpus';
import { type Correction, correctionFrom, type Outcome } from './correction';
import type { EngineEntry } from './engine-entry';
import { createModel, type Model } from './model';
import { rankMessage } from './rank-message';
import type { EngineCue, Ranked, Ranking } from './ranking';
import { createVocabulary } from './vocabulary';

// The engine's whole public face stands in this file.
export { markWords } from './mark-words';
export type { EngineCue, EngineEntry, Outcome, Ranked, Ranking };

export type Engine = {
  /** Adds entries, or replaces those with the same (base, id). */
  put(entries: Iterable<EngineEntry>): void;
  remove(refs: Iterable<EntryRef>): void;
  /** Never throws. `limit` (8) is for the suggestions; `smallTalk` (true) lets small talk in. */
  rank(cue: EngineCue, options?: { limit?: number; smallTalk?: boolean }): Ranking;
  /**
   * Goes on with the training for about so many steps (a million take some 10 ms); true when
   * nothing is left to do. Until then `rank` answers with what is there already.
   */
  train(steps: number): boolean;
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
  const entries = new Map<string, AnalysedEntry>();
  let vocabulary = createVocabulary();
  const corrections = new Map<string, Correction>();
  let retired = 0;
  let model: Model | undefined;

  function current(): Model {
    model ??= createModel(entries.values(), vocabulary);
    return model;
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
    train: (steps) => current().train(steps),
    rank(cue, { limit = defaultLimit, smallTalk = true } = {}) {
      const ready = current();
      if (options.train !== 'later') ready.train(Number.POSITIVE_INFINITY);
      return rankMessage(ready, cue, { limit, smallTalk, corrections });
    },
    correct(base, outcomes) {
      corrections.set(base, correctionFrom(outcomes));
    },
    get isReady() {
      return current().grams !== undefined;
    },
    get size() {
      return entries.size;
    },
  };
}

function keyOf({ base, id }: EntryRef): string {
  return JSON.stringify([base, id]);
}
