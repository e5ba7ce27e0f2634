import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EntryRef } from '../domain/pick';
import type { Engine, Lesson, Ranking } from '../engine/engine';
import type { BaseSummary, ImportResult, PreparingWhy } from '../protocol/brain-calls';
import type { PickCounts } from '../store/store';
import type { IndexReport } from './kept-index';
import type { SampleId } from './samples';
import type { suggestionOf } from './suggestion-of';

export type LoadedBase = { readonly base: KnowledgeBase; readonly entries: readonly Entry[] };

export type Knowledge = {
  readonly engine: Engine;
  /** What became of the index that the session before had kept. */
  readonly indexReport: IndexReport;
  /** Whether and why it answers only roughly, as its ranking is in the making. */
  readonly preparing: PreparingWhy;
  /**
   * Indexes and trains nothing for a while, as when many more entries are on their way; all there
   * are answer meanwhile. Gives what ends it.
   */
  holdTraining(): () => void;
  /** Waits until the ranking of a small base is trained; at most some seconds. */
  settle(): Promise<void>;
  /**
   * `Engine.rank`, and the entries that it names are at hand then. It answers soon after a start,
   * while the others are still being read.
   */
  rank(...given: Parameters<Engine['rank']>): Promise<Ranking>;
  /**
   * While entries are still being read: all else but `rank` and `summary` has to wait for it. Where it
   * rejects they could not be read; whoever asks after that has it tried again.
   */
  readonly whole: Promise<void> | undefined;
  /** When all entries are read, at whichever try. */
  readonly whenWhole: Promise<void>;
  entry(key: string): { readonly entry: Entry; readonly base: KnowledgeBase } | undefined;
  /** All bases with their entries, in the order in which they were loaded. */
  bases(): Iterable<LoadedBase>;
  base(id: string): LoadedBase | undefined;
  /** The keys of the entries that fit, best first. */
  findKeys(query: string, limit: number): string[];
  find(query: string, limit: number, picks: PickCounts): ReturnType<typeof suggestionOf>[];
  summary(): BaseSummary[];
  importFile(content: string): Promise<ImportResult>;
  /** Loads a base that comes with the package, unless it is there already. */
  ensure(sample: SampleId): Promise<void>;
  remove(base: string): Promise<void>;
  /**
   * Puts the base and exactly these entries in the place of what it held, in one write. Memory
   * follows in slices, so that calls are answered meanwhile.
   * @param onProgress is told how many of the entries are known so far
   */
  replaceBase(
    base: KnowledgeBase,
    entries: readonly Entry[],
    onProgress?: (done: number) => void,
  ): Promise<void>;
  /** Writes a base's own fields; its entries stay. */
  saveBase(base: KnowledgeBase): Promise<void>;
  /** Writes one entry; a new one goes before the entry named, or to the end. */
  saveEntry(entry: Entry, before?: string): Promise<void>;
  removeEntry(ref: EntryRef): Promise<void>;
  /** Shows a base as the store holds it already; only these of its entries are new or changed. */
  adopt(base: KnowledgeBase, entries: readonly Entry[], changed: readonly Entry[]): void;
  /** Lessons in their order; the ranking has them at once, or when it is trained. */
  learn(lessons: readonly Lesson[]): void;
  unlearn(ids: readonly string[]): void;
  /** Trains anew with exactly these picks as further phrasings. */
  fold(picks: readonly Lesson[]): void;
};
