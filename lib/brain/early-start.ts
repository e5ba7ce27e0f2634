import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EntryRef } from '../domain/pick';
import type { Engine, Ranking } from '../engine/engine';
import { entryKey, type Store } from '../store/store';
import { engineEntryOf, outlinedEntryOf } from './engine-entry-of';
import type { IndexReport, KeptIndex } from './kept-index';
import { bundledSmallTalk } from './samples';

/** Fewer are read as soon as their outlines. */
const fewestEntries = 2_000;
/** With more that changed since the index was kept, or are small talk, all may be read at once. */
const mostReadFirst = 1_000;
/** Where nobody asks anything so long, there is time to read the rest. */
const longestWaitMs = 1_000;

type Held = { readonly entry: Entry; readonly base: KnowledgeBase };

type Parts = {
  readonly store: Pick<Store, 'readOutlines' | 'readOutlined'>;
  readonly bases: readonly KnowledgeBase[];
  /** Empty so far. */
  readonly engine: Pick<Engine, 'put' | 'wanting'>;
  readonly keptIndex: Pick<KeptIndex, 'restore'>;
  /** Gets the entries that are read. */
  readonly byKey: Map<string, Held>;
};

/** A ranking by the kept index while most entries are not read yet. */
export type EarlyStart = {
  readonly report: IndexReport;
  /** How many entries each base has. */
  readonly counts: ReadonlyMap<string, number>;
  /** When the rest may be read: after the first answer, or when nobody asks. */
  readonly mayGoOn: Promise<void>;
  /**
   * Reads the entries that a ranking names. It knew nothing of their texts, so it must be made again
   * once they are `fetched`; those that are `unreadable` tell of a store to be read whole first.
   */
  fetch(ranking: Ranking): Promise<'at-hand' | 'fetched' | 'unreadable'>;
  /** The entries ranked so far that are not among these. */
  missingIn(there: ReadonlyMap<string, unknown>): readonly EntryRef[];
};

/**
 * Lets a large base answer before it is read: outlines of its entries, kept with them in one
 * transaction, are matched with the kept index by the prints of their words. Undefined where that
 * cannot be done; the engine may be good for nothing then.
 */
export async function startEarly(parts: Parts): Promise<EarlyStart | undefined> {
  const { store, engine, keptIndex, byKey } = parts;
  const all = (await store.readOutlines()) ?? [];
  if (all.length < fewestEntries) return undefined;
  const bases = new Map(parts.bases.map((base) => [base.id, base]));
  if (!bundledSmallTalk.every((id) => bases.has(id))) return undefined;

  const counts = new Map<string, number>();
  const outlined = all.flatMap((outline) => {
    const base = bases.get(outline.base);
    if (base === undefined) return [];
    counts.set(base.id, (counts.get(base.id) ?? 0) + 1);
    return outlinedEntryOf(base, outline);
  });
  engine.put(outlined);
  const report = await keptIndex.restore();
  if (report.outcome !== 'restored') return undefined;
  const first = [...engine.wanting(), ...outlined.filter(({ smallTalk }) => smallTalk)];
  if (first.length > mostReadFirst || !(await read(first))) return undefined;

  let goOn = () => {};
  const mayGoOn = new Promise<void>((resolve) => {
    goOn = resolve;
    setTimeout(resolve, longestWaitMs);
  });
  return {
    report,
    counts,
    mayGoOn,
    async fetch({ suggestions, related, groups }) {
      const named = [suggestions, related, ...groups.map((group) => group.suggestions)].flat();
      const missing = named.filter((ref) => !byKey.has(entryKey(ref)));
      const isFetched = missing.length === 0 || (await read(missing));
      if (missing.length === 0 || !isFetched) goOn();
      if (!isFetched) return 'unreadable';
      return missing.length === 0 ? 'at-hand' : 'fetched';
    },
    missingIn: (there) => outlined.filter((entry) => !there.has(entryKey(entry))),
  };

  /** False when one of them is not there as it was outlined. */
  async function read(refs: readonly EntryRef[]): Promise<boolean> {
    const wanted = new Set(refs.map(entryKey).filter((key) => !byKey.has(key)));
    const ids = new Set(refs.map(({ id }) => id));
    const own = all.filter((each) => ids.has(each.id) && wanted.has(entryKey(each)));
    const entries = await store.readOutlined(own);
    for (const entry of entries ?? []) {
      const base = bases.get(entry.base);
      if (base === undefined) return false;
      byKey.set(entryKey(entry), { entry, base });
      engine.put([engineEntryOf(base, entry)]);
    }
    return entries?.length === wanted.size;
  }
}
