import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EntryRef } from '../domain/pick';
import type { Engine, EngineEntry, Ranking } from '../engine/engine';
import type { EntryOutline } from '../store/entry-outlines';
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
/** So long the first answer is left alone: the machine is busy enough with putting it on the screen. */
const paintingMs = 250;

type Held = { readonly entry: Entry; readonly base: KnowledgeBase };

type Parts = {
  readonly store: Pick<Store, 'readBases' | 'readOutlines' | 'readOutlined'>;
  /** Empty so far, and after an index that was refused. */
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

/** Reads the bases, and begins to rank by outlines of their entries where that can be done. */
export async function beginStart(
  parts: Parts,
): Promise<{ readonly bases: KnowledgeBase[]; readonly early: EarlyStart | undefined }> {
  const { store } = parts;
  const [bases, outlines = []] = await Promise.all([
    store.readBases(),
    // Without them all is read.
    store.readOutlines().catch(() => undefined),
  ]);
  return { bases, early: await startEarly(parts, bases, outlines) };
}

/**
 * Lets a large base answer before it is read: outlines of its entries, kept with them in one
 * transaction, are matched with the kept index by the prints of their words. Undefined where that
 * cannot be done; the engine may be good for nothing then.
 */
async function startEarly(
  { store, engine, keptIndex, byKey }: Parts,
  ofMachine: readonly KnowledgeBase[],
  all: readonly EntryOutline[],
): Promise<EarlyStart | undefined> {
  if (all.length < fewestEntries) return undefined;
  const bases = new Map(ofMachine.map((base) => [base.id, base]));
  if (!bundledSmallTalk.every((id) => bases.has(id))) return undefined;

  const counts = new Map<string, number>();
  const outlined: EngineEntry[] = [];
  for (const outline of all) {
    const base = bases.get(outline.base);
    if (base === undefined) continue;
    counts.set(base.id, (counts.get(base.id) ?? 0) + 1);
    outlined.push(outlinedEntryOf(base, outline));
  }
  const smallTalk = outlined.filter((entry) => entry.smallTalk);
  if (smallTalk.length > mostReadFirst) return undefined;
  // The disk gives them while the index comes.
  const talking = readEntries(smallTalk);
  const report = await keptIndex.restore(outlined);
  if (report.outcome !== 'restored' || !take(await talking)) return undefined;
  const first = engine.wanting();
  if (first.length > mostReadFirst || !take(await readEntries(first))) return undefined;

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
      const isFetched = missing.length === 0 || take(await readEntries(missing));
      if (missing.length === 0) setTimeout(goOn, paintingMs);
      else if (!isFetched) goOn();
      if (!isFetched) return 'unreadable';
      return missing.length === 0 ? 'at-hand' : 'fetched';
    },
    missingIn: (there) => outlined.filter((entry) => !there.has(entryKey(entry))),
  };

  /** Those that are not at hand yet; undefined when one is not there as it was outlined. */
  async function readEntries(refs: readonly EntryRef[]): Promise<Entry[] | undefined> {
    const wanted = new Set(refs.map(entryKey).filter((key) => !byKey.has(key)));
    if (wanted.size === 0) return [];
    const ids = new Set(refs.map(({ id }) => id));
    const own = all.filter((each) => ids.has(each.id) && wanted.has(entryKey(each)));
    const entries = await store.readOutlined(own).catch(() => undefined);
    return entries?.length === wanted.size ? entries : undefined;
  }

  function take(entries: readonly Entry[] | undefined): boolean {
    for (const entry of entries ?? []) {
      const base = bases.get(entry.base);
      if (base === undefined) return false;
      byKey.set(entryKey(entry), { entry, base });
      engine.put([engineEntryOf(base, entry)]);
    }
    return entries !== undefined;
  }
}
