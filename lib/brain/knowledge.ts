import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { createEngine, type Engine } from '../engine/engine';
import { type EntryFinder, makeEntryFinder } from '../engine/entry-finder';
import { compareBase } from '../knowledge/compare-base';
import { readKnowledgeFile } from '../knowledge/read-knowledge-file';
import type { BaseSummary, ImportResult } from '../protocol/brain-calls';
import { entryKey, type PickCounts } from '../store/store';
import type { BrainParts } from './create-brain';
import type { SampleId } from './samples';
import { suggestionOf } from './suggestion-of';

/** As many problems of a file as a person can use; the rest are counted. */
const mostProblems = 20;

/** About 5 ms of the engine's training. */
const stepsPerSlice = 1_000_000;

type LoadedBase = { readonly base: KnowledgeBase; readonly entries: readonly Entry[] };

export type Knowledge = {
  readonly engine: Engine;
  entry(key: string): { readonly entry: Entry; readonly base: KnowledgeBase } | undefined;
  find(query: string, limit: number, picks: PickCounts): ReturnType<typeof suggestionOf>[];
  summary(): BaseSummary[];
  importFile(content: string): Promise<ImportResult>;
  /** Loads a base that comes with the package, unless it is there already. */
  ensure(sample: SampleId): Promise<void>;
  remove(base: string): Promise<void>;
};

/** The knowledge in memory: store, engine and Find box always hold the same entries. */
export async function makeKnowledge(
  parts: Pick<BrainParts, 'store' | 'readSample' | 'now' | 'tellFaces' | 'whenIdle'>,
): Promise<Knowledge> {
  const { store, now, tellFaces } = parts;
  const engine = createEngine({ train: 'later' });
  const loaded = new Map<string, LoadedBase>();
  const byKey = new Map<string, { entry: Entry; base: KnowledgeBase }>();
  let finder: EntryFinder | undefined;
  let training = false;

  for (const base of await store.readBases()) hold(base, await store.readEntries(base.id));

  /** Makes memory hold exactly these entries of the base; call only after they are stored. */
  function hold(base: KnowledgeBase, entries: readonly Entry[]) {
    const kept = new Set(entries.map((entry) => entry.id));
    const gone = (loaded.get(base.id)?.entries ?? []).filter((entry) => !kept.has(entry.id));
    drop(gone);
    loaded.set(base.id, { base, entries });
    for (const entry of entries)
      byKey.set(entryKey({ base: base.id, id: entry.id }), { entry, base });
    engine.put(
      entries.map((entry) => ({
        base: base.id,
        id: entry.id,
        title: entry.title,
        phrasings: entry.phrasings.map(({ text }) => text),
        answer: entry.answer,
        smallTalk: base.smallTalk,
        language: base.language,
        ...(entry.validFrom === undefined ? {} : { validFrom: entry.validFrom }),
        ...(entry.validUntil === undefined ? {} : { validUntil: entry.validUntil }),
      })),
    );
    finder = undefined;
    train();
  }

  /** In slices between the calls: an answer never waits for the training. */
  function train() {
    if (training) return;
    training = true;
    const slice = () => {
      training = !engine.train(stepsPerSlice);
      if (training) parts.whenIdle(slice);
      // Faces ask again: what they got meanwhile came from a half-trained engine.
      else tellFaces({ news: 'knowledge.changed', bases: summary() });
    };
    parts.whenIdle(slice);
  }

  function drop(entries: readonly Entry[]) {
    const refs = entries.map(({ base, id }) => ({ base, id }));
    for (const ref of refs) byKey.delete(entryKey(ref));
    if (refs.length === 0) return;
    engine.remove(refs);
    finder = undefined;
    train();
  }

  function summary(): BaseSummary[] {
    return [...loaded.values()].map(({ base, entries }) => summaryOf(base, entries));
  }

  async function importFile(content: string): Promise<ImportResult> {
    const file = readKnowledgeFile(content, now());
    if (!file.ok) {
      return {
        outcome: 'refused',
        problems: file.error.slice(0, mostProblems),
        more: Math.max(0, file.error.length - mostProblems),
      };
    }
    const { base, entries: read } = file.value;
    const { changes, entries } = compareBase(loaded.get(base.id)?.entries ?? [], read);
    await store.replaceBase(base, entries);
    hold(base, entries);
    tellFaces({ news: 'knowledge.changed', bases: summary() });
    return { outcome: 'imported', base: summaryOf(base, entries), ...changes };
  }

  return {
    engine,
    entry: (key) => byKey.get(key),
    find(query, limit, picks) {
      finder ??= makeEntryFinder(
        [...byKey.values()].map(({ entry, base }) => ({
          key: entryKey({ base: base.id, id: entry.id }),
          title: entry.title,
          phrasings: entry.phrasings.map(({ text }) => text),
          answer: entry.answer,
        })),
      );
      return finder.find(query, limit).flatMap((key) => {
        const found = byKey.get(key);
        return found ? [suggestionOf(found, query, { kind: 'guided', confidence: 0 }, picks)] : [];
      });
    },
    summary,
    importFile,
    async ensure(sample) {
      if (!loaded.has(sample)) await importFile(await parts.readSample(sample));
    },
    async remove(id) {
      await store.removeBase(id);
      drop(loaded.get(id)?.entries ?? []);
      loaded.delete(id);
      tellFaces({ news: 'knowledge.changed', bases: summary() });
    },
  };
}

function summaryOf(base: KnowledgeBase, entries: readonly Entry[]): BaseSummary {
  return {
    id: base.id,
    name: base.name,
    language: base.language,
    smallTalk: base.smallTalk,
    entries: entries.length,
    holding: base.holding ?? null,
  };
}
