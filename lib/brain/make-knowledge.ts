import { must } from '../base/must';
import { type Entry, withEntry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { createEngine } from '../engine/engine';
import { compareBase } from '../knowledge/compare-base';
import { readKnowledgeFile } from '../knowledge/read-knowledge-file';
import type { BaseSummary, ImportResult } from '../protocol/brain-calls';
import { entryKey } from '../store/store';
import { summaryOf } from './base-summary';
import type { BrainParts } from './brain-parts';
import { beginStart } from './early-start';
import { engineEntryOf } from './engine-entry-of';
import { makeEntrySearch } from './entry-search';
import { makeFoldedEntries } from './folded-entries';
import { makeIdleGate } from './idle-gate';
import { makeKeptIndex } from './kept-index';
import { makeKeptLearned } from './kept-learned';
import type { Knowledge, LoadedBase } from './knowledge';
import { makePreparing } from './preparing';
import { refusedImport } from './refused-import';
import { readRest } from './rest-of-start';
import { smallTalkLast } from './small-talk-last';
import { suggestionOf } from './suggestion-of';
import { trainSlice } from './train-slice';

/** About 20 ms of the engine's work. */
const entriesPerSlice = 100;

/**
 * A base of this size is trained in a second or two, and half-trained it says wrong things with
 * confidence: the first question after a start or a change is worth that wait. Larger ones answer.
 */
const mostWorthWaiting = 1_000;
const longestWaitMs = 6_000;

/** The knowledge in memory: store, engine and Find box always hold the same entries. */
export async function makeKnowledge(parts: Omit<BrainParts, 'storage'>): Promise<Knowledge> {
  const { store, now, tellFaces } = parts;
  let engine = createEngine({ train: 'later' });
  let keptIndex = makeKeptIndex(engine, parts.indexStore);
  const loaded = new Map<string, LoadedBase>();
  const byKey = new Map<string, { entry: Entry; base: KnowledgeBase }>();
  const gate = makeIdleGate(parts.whenIdle);
  const search = makeEntrySearch(gate.whenIdle);
  let training = false;
  /** Entries changed since faces were told that the ranking is ready. */
  let untold = false;
  const folded = makeFoldedEntries();
  /** Writes that still teach their entries: between their slices nothing is trained. */
  let teaching = 0;
  const begun = await beginStart({ store, engine, keptIndex, byKey });
  const { bases } = begun;
  let { early } = begun;
  if (early === undefined && engine.size > 0) {
    byKey.clear();
    engine = createEngine({ train: 'later' });
    keptIndex = makeKeptIndex(engine, parts.indexStore);
  }
  const keptLearned = makeKeptLearned(engine, parts.learnedStore);
  const restoringLearned = keptLearned.restore();

  teaching++;
  if (early === undefined) {
    const read = await Promise.all(bases.map(({ id }) => store.readEntries(id)));
    for (const [at, base] of bases.entries()) hold(base, read[at] ?? []);
  }
  const rest =
    early &&
    readRest({
      mayGoOn: early.mayGoOn,
      store,
      bases,
      teach,
      loaded: (base, entries) => loaded.set(base.id, { base, entries }),
      idle: () => idle(),
      done() {
        engine.remove(early?.missingIn(byKey) ?? []);
        early = undefined;
        teaching--;
        train();
      },
    });
  const indexReport = early?.report ?? (await keptIndex.restore());
  parts.tellIndex?.(indexReport);
  const preparing = makePreparing(engine, mostWorthWaiting, indexReport, (why) =>
    tellFaces({ news: 'knowledge.preparing', preparing: why }),
  );
  await restoringLearned;
  if (early === undefined) {
    teaching--;
    train();
    // What the next start goes by is missing where an earlier version wrote the entries.
    // Where nothing is yet they are made at once: later they would hold up a team's first answers.
    const waitMs = byKey.size === 0 ? 0 : longestWaitMs;
    setTimeout(() => store.makeOutlines().catch(() => {}), waitMs);
  }

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
    index(base, entries);
    search.put(entries);
    train();
  }

  function index(base: KnowledgeBase, entries: readonly Entry[]) {
    engine.put(folded.of(entries.map((entry) => engineEntryOf(base, entry))));
    untold = true;
  }

  async function settle(): Promise<void> {
    if (engine.size > mostWorthWaiting) return;
    const until = performance.now() + (parts.patienceMs ?? longestWaitMs);
    while (training && !gate.isHeld && !engine.isReady && performance.now() < until) {
      await new Promise<void>((done) => parts.whenIdle(done));
    }
  }

  async function rank(...given: Parameters<Knowledge['rank']>): ReturnType<Knowledge['rank']> {
    // Entries with picks folded in are not ranked by their own words.
    if (folded.areAny) await rest?.whole;
    for (;;) {
      const ranking = engine.rank(...given);
      const entries = early === undefined ? 'at-hand' : await early.fetch(ranking);
      if (entries === 'at-hand') return ranking;
      if (entries === 'unreadable') await rest?.whole;
    }
  }

  /** In slices between the calls. */
  function train() {
    if (teaching > 0) return;
    preparing.look();
    if (training) return;
    training = true;
    const slice = () => {
      let isTrained = false;
      try {
        isTrained = trainSlice(engine);
      } finally {
        training = false;
        preparing.look();
      }
      // Faces ask again: what they got meanwhile came from a half-trained engine.
      if (!isTrained) return train();
      // Lessons alone are not told: cards must not change places after each pick.
      if (untold) {
        untold = false;
        tellFaces({ news: 'knowledge.changed', bases: summary() });
        void keptIndex.keep();
      }
      keptLearned.keep();
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
    const { counts } = early ?? {};
    if (counts) return bases.map((base) => summaryOf(base, { length: counts.get(base.id) ?? 0 }));
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
    get preparing() {
      return preparing.why;
    },
    holdTraining: gate.hold,
    settle,
    rank,
    get whole() {
      return rest?.whole;
    },
    whenWhole: rest?.whenWhole ?? Promise.resolve(),
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
      // Of an early start nothing is loaded yet, though all of it is there.
      const isThere = early ? bases.some(({ id }) => id === sample) : loaded.has(sample);
      if (!isThere) await importFile(await parts.readSample(sample));
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
      keptLearned.told(lessons.length);
      for (const lesson of lessons) engine.learn(lesson);
      if (lessons.length > 0) train();
    },
    unlearn(ids) {
      engine.unlearn(ids);
      if (ids.length > 0) train();
    },
    fold(picks) {
      const changed = folded.change(picks).flatMap((key) => byKey.get(key) ?? []);
      for (const { base, entry } of changed) index(base, [entry]);
      train();
    },
  };
}
