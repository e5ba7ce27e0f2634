import { must } from '../base/must';
import { type Entry, withEntry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EntryRef } from '../domain/pick';
import { createEngine, type Engine, type Lesson } from '../engine/engine';
import { foldLessons } from '../engine/learn/fold-lessons';
import { compareBase } from '../knowledge/compare-base';
import { readKnowledgeFile } from '../knowledge/read-knowledge-file';
import type { BaseSummary, ImportResult } from '../protocol/brain-calls';
import { entryKey, type PickCounts } from '../store/store';
import { summaryOf } from './base-summary';
import type { BrainParts } from './brain-parts';
import { engineEntryOf } from './engine-entry-of';
import { makeEntrySearch } from './entry-search';
import { changedBy } from './folded-entries';
import { makeIdleGate } from './idle-gate';
import { type IndexReport, makeKeptIndex } from './kept-index';
import { makePreparing } from './preparing';
import { refusedImport } from './refused-import';
import type { SampleId } from './samples';
import { smallTalkLast } from './small-talk-last';
import { suggestionOf } from './suggestion-of';

/** How long a call may have to wait for a slice of training, and how often a slice looks at the clock. */
const sliceMs = 12;
const stepsPerLook = 50_000;

/** About 20 ms of the engine's work. */
const entriesPerSlice = 100;

/**
 * A base of this size is trained in a second or two, and half-trained it says wrong things with
 * confidence: the first question after a start or a change is worth that wait. Larger ones answer.
 */
const mostWorthWaiting = 1_000;
const longestWaitMs = 6_000;

export type LoadedBase = { readonly base: KnowledgeBase; readonly entries: readonly Entry[] };

export type Knowledge = {
  readonly engine: Engine;
  /** What became of the index that the session before had kept. */
  readonly indexReport: IndexReport;
  /** Whether a large base answers only roughly, as its ranking is in the making. */
  readonly isPreparing: boolean;
  /**
   * Indexes and trains nothing for a while, as when many more entries are on their way; all there
   * are answer meanwhile. Gives what ends it.
   */
  holdTraining(): () => void;
  /** Waits until the ranking of a small base is trained; at most some seconds. */
  settle(): Promise<void>;
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

/** The knowledge in memory: store, engine and Find box always hold the same entries. */
export async function makeKnowledge(parts: Omit<BrainParts, 'storage'>): Promise<Knowledge> {
  const { store, now, tellFaces } = parts;
  const engine = createEngine({ train: 'later' });
  const loaded = new Map<string, LoadedBase>();
  const byKey = new Map<string, { entry: Entry; base: KnowledgeBase }>();
  const gate = makeIdleGate(parts.whenIdle);
  const search = makeEntrySearch(gate.whenIdle);
  let training = false;
  /** Entries changed since faces were told that the ranking is ready. */
  let untold = false;
  let folded: readonly Lesson[] = [];
  /** Writes that still teach their entries: between their slices nothing is trained. */
  let teaching = 0;
  const keptIndex = makeKeptIndex(engine, parts.indexStore);
  const preparing = makePreparing(engine, mostWorthWaiting, (isSo) =>
    tellFaces({ news: 'knowledge.preparing', preparing: isSo }),
  );

  teaching++;
  const kept = await store.readBases();
  const read = await Promise.all(kept.map(({ id }) => store.readEntries(id)));
  for (const [at, base] of kept.entries()) hold(base, read[at] ?? []);
  const indexReport = await keptIndex.restore();
  parts.tellIndex?.(indexReport);
  teaching--;
  train();

  /** Makes memory hold exactly these entries of the base; call only after they are stored. */
  function hold(base: KnowledgeBase, entries: readonly Entry[], changed = entries) {
    const kept = new Set(entries.map((entry) => entry.id));
    const gone = (loaded.get(base.id)?.entries ?? []).filter((entry) => !kept.has(entry.id));
    drop(gone);
    loaded.set(base.id, { base, entries });
    teach(base, changed);
  }

  /** Gives entries of a loaded base to engine and Find box, new ones and changed ones alike. */
  function teach(base: KnowledgeBase, entries: readonly Entry[]) {
    for (const entry of entries) {
      byKey.set(entryKey({ base: base.id, id: entry.id }), { entry, base });
    }
    const known = entries.map((entry) => engineEntryOf(base, entry));
    engine.put(foldLessons(known, folded));
    search.put(entries);
    untold = true;
    train();
  }

  async function settle(): Promise<void> {
    if (engine.size > mostWorthWaiting) return;
    const until = performance.now() + (parts.patienceMs ?? longestWaitMs);
    while (training && !gate.isHeld && !engine.isReady && performance.now() < until) {
      await new Promise<void>((done) => parts.whenIdle(done));
    }
  }

  /** In slices between the calls. */
  function train() {
    if (teaching > 0) return;
    preparing.look();
    if (training) return;
    training = true;
    const slice = () => {
      const until = performance.now() + sliceMs;
      let isTrained = false;
      try {
        while (!isTrained && performance.now() < until) isTrained = engine.train(stepsPerLook);
      } finally {
        training = false;
        preparing.look();
      }
      // Faces ask again: what they got meanwhile came from a half-trained engine.
      if (!isTrained) return train();
      // Lessons alone are not told: cards must not change places after each pick.
      if (!untold) return;
      untold = false;
      tellFaces({ news: 'knowledge.changed', bases: summary() });
      void keptIndex.keep();
    };
    gate.whenIdle(slice);
  }

  function drop(entries: readonly Entry[]) {
    const refs = entries.map(({ base, id }) => ({ base, id }));
    for (const ref of refs) byKey.delete(entryKey(ref));
    if (refs.length === 0) return;
    engine.remove(refs);
    search.remove(refs);
    untold = true;
    train();
  }

  function summary(): BaseSummary[] {
    return [...loaded.values()].map(({ base, entries }) => summaryOf(base, entries));
  }

  async function importFile(content: string): Promise<ImportResult> {
    const file = readKnowledgeFile(content, now());
    if (!file.ok) return refusedImport(file.error);
    const { base, entries: read } = file.value;
    const { changes, entries } = compareBase(loaded.get(base.id)?.entries ?? [], read);
    await store.replaceBase(base, entries);
    hold(base, entries);
    tellAll();
    return { outcome: 'imported', base: summaryOf(base, entries), ...changes };
  }

  const tellAll = () => tellFaces({ news: 'knowledge.changed', bases: summary() });
  const idle = () => new Promise<void>((resolve) => parts.whenIdle(resolve));

  async function replaceBase(
    base: KnowledgeBase,
    entries: readonly Entry[],
    onProgress: (done: number) => void = () => {},
  ) {
    onProgress(0);
    await store.replaceBase(base, entries);
    const kept = new Set(entries.map((entry) => entry.id));
    drop((loaded.get(base.id)?.entries ?? []).filter((entry) => !kept.has(entry.id)));
    const own: LoadedBase = { base, entries };
    loaded.set(base.id, own);
    teaching++;
    for (let at = 0; at < entries.length; at += entriesPerSlice) {
      // An entry that was saved or removed between two slices is known already as it is now.
      const now = loaded.get(base.id);
      const current = now === own ? undefined : new Set(now?.entries);
      const slice = entries.slice(at, at + entriesPerSlice);
      teach(base, current === undefined ? slice : slice.filter((entry) => current.has(entry)));
      onProgress(Math.min(entries.length, at + entriesPerSlice));
      await idle();
    }
    teaching--;
    train();
    tellAll();
  }

  return {
    engine,
    indexReport,
    get isPreparing() {
      return preparing.isPreparing;
    },
    holdTraining: gate.hold,
    settle,
    entry: (key) => byKey.get(key),
    bases: () => loaded.values(),
    base: (id) => loaded.get(id),
    findKeys: search.keys,
    find(query, limit, picks) {
      const message = search.readPart(query);
      const found = search.keys(query, limit, picks).flatMap((key) => byKey.get(key) ?? []);
      const odds = { kind: 'guided', confidence: 0 } as const;
      return smallTalkLast(found, query).map((each) => suggestionOf(each, message, odds, picks));
    },
    summary,
    importFile,
    replaceBase,
    async ensure(sample) {
      if (!loaded.has(sample)) await importFile(await parts.readSample(sample));
    },
    async remove(id) {
      await store.removeBase(id);
      drop(loaded.get(id)?.entries ?? []);
      loaded.delete(id);
      tellAll();
    },
    async saveBase(base) {
      await store.putBase(base);
      hold(base, loaded.get(base.id)?.entries ?? []);
      tellAll();
    },
    async saveEntry(entry, before) {
      await store.putEntry(entry, before);
      const { base, entries } = must(loaded.get(entry.base), `the base of ${entry.id}`);
      loaded.set(base.id, { base, entries: withEntry(entries, entry, before) });
      teach(base, [entry]);
      tellAll();
    },
    async removeEntry(ref) {
      await store.removeEntry(ref);
      const { base, entries } = must(loaded.get(ref.base), `the base of ${ref.id}`);
      loaded.set(base.id, { base, entries: entries.filter(({ id }) => id !== ref.id) });
      drop(entries.filter(({ id }) => id === ref.id));
      tellAll();
    },
    adopt(base, entries, changed) {
      hold(base, entries, changed);
      tellAll();
    },
    learn(lessons) {
      for (const lesson of lessons) engine.learn(lesson);
      if (lessons.length > 0) train();
    },
    unlearn(ids) {
      engine.unlearn(ids);
      if (ids.length > 0) train();
    },
    fold(picks) {
      const touched = changedBy(folded, picks);
      folded = picks;
      for (const key of touched) {
        const held = byKey.get(key);
        if (held !== undefined) teach(held.base, [held.entry]);
      }
    },
  };
}
