import type { EntryRef } from '../../domain/pick';
import { wordsPrint } from '../../domain/words-print';
import { checkSelf } from '../care/self-check';
import type { EngineEntry } from '../engine-entry';
import { keepSegment, keptSegment, segmentPrint } from '../keep/kept-segment';
import { placesByPrint } from '../keep/places-by-print';
import type { SnapshotRefusal } from '../keep/snapshot-file';
import type { EngineCue } from '../rank/ranking';
import { manyEntries } from './corpus';
import { byBaseAndId, keyOf } from './entry-order';
import { createFreshIndexer, type FreshEntries, finished } from './fresh-entries';
import { createHeldByRef } from './held-by-ref';
import { likelyEntries } from './likely-entries';
import { createModel, type Model } from './model';
import { hasSameReach, hasSameWords } from './same-entry';
import {
  buildSegment,
  emptySegment,
  epochs,
  type HeldEntry,
  holdEntry,
  type Segment,
} from './segment';
import { sortInSlices } from './sort-in-slices';
import { leastYield, wholeStep } from './work-slice';

/**
 * Entries and the index over them. What was built stands while a few entries change: these are
 * indexed beside it, at once. Building all anew is work for later, in slices.
 */
export type EntryIndex = {
  put(entries: Iterable<EngineEntry>): void;
  remove(refs: Iterable<EntryRef>): void;
  /** What there is to rank with now. */
  model(): Model;
  /**
   * The same for one message: of entries that are too many to be indexed at once, those that have
   * its words.
   */
  modelFor(cue: EngineCue): Model;
  /** See `Engine.wanting`. */
  wanting(): readonly EntryRef[];
  /** Whether all votes are in use. */
  readonly isTrained: boolean;
  /** See `Engine.train`. */
  train(steps: number): boolean;
  /**
   * The same in each session that has this very model: one that a snapshot holds, without entries
   * that came or went since. Else undefined.
   */
  print(): number | undefined;
  /** See `Engine.snapshot`. */
  snapshot(): Iterable<Uint8Array> | undefined;
  /** See `Engine.restore`. */
  restore(parts: readonly Uint8Array[], outlined?: readonly EngineEntry[]): Restored;
  readonly size: number;
};

/** What became of a snapshot; `changed` entries were not in it as they are now. */
export type Restored =
  | { readonly outcome: 'restored'; readonly changed: number }
  | { readonly outcome: 'refused'; readonly why: SnapshotRefusal | 'other-entries' };

/** So many changed entries, or this share of all, are indexed beside the others. */
const mostFresh = { count: 500, share: 0.02 } as const;
/** Of more than these, a message gets so many; indexing them takes about a tenth of a second. */
const mostLikely = 200;
/** Marking an entry takes about as long as so many row places. */
const markWork = 20;

/** The entries that a segment is made of. `gone`: how many of them are others now, or none. */
type Taken = { readonly number: number; gone: number };

export function createIndex(): EntryIndex {
  const known = createHeldByRef();
  let segment: Segment = emptySegment();
  let indexFresh = createFreshIndexer(segment);
  /** Those that are not in the segment as they are now. */
  let fresh = new Map<string, HeldEntry>();
  /** Those that came since a build began, so that its segment does not have them either. */
  let late = fresh;
  /** How many entries of the segment are others now, or none. */
  let gone = 0;
  /** Of the latest segment, be it in use or being built. */
  let taken: Taken = { number: 0, gone: 0 };
  let model: Model | undefined;
  let freshEntries: FreshEntries | undefined;
  /** Under way to become them; whoever ranks meanwhile ends it. */
  let indexing: Generator<number, FreshEntries, void> | undefined;
  let isFreshTrained = true;
  let task: Generator<number, void, void> | undefined;
  let isBuilding = false;
  /** The segment of the last snapshot, written or read. */
  let kept: Segment | undefined;

  /** The words of some entry are others now. */
  function wordsChanged(): void {
    freshEntries = undefined;
    indexing = undefined;
    isFreshTrained = false;
    model = undefined;
    if (!isBuilding) task = undefined;
  }

  function current(): Model {
    if (model !== undefined) return model;
    if (freshEntries === undefined && fresh.size > 0) freshEntries = finished(beginIndexing());
    model = createModel(segment, freshEntries);
    return model;
  }

  function modelFor(cue: EngineCue): Model {
    if (!isOverfull()) return current();
    const likely = likelyEntries([...fresh.values()], cue, mostLikely).sort(byBaseAndId);
    return createModel(segment, finished(indexFresh(likely)));
  }

  function beginIndexing(): Generator<number, FreshEntries, void> {
    indexing ??= indexFresh([...fresh.values()].slice(0, limit()).sort(byBaseAndId));
    return indexing;
  }

  function* indexInSlices(): Generator<number, void, void> {
    const begun = beginIndexing();
    for (let step = begun.next(); indexing === begun; step = begun.next()) {
      if (step.done) {
        // Whoever ranked in between has the result; a generator that ended gives it only once.
        if (freshEntries === undefined) freshEntries = step.value;
        return;
      }
      yield step.value;
    }
  }

  const limit = () => Math.max(mostFresh.count, segment.held.length * mostFresh.share);

  const isOverfull = () => fresh.size > limit();

  /** What changed since its entries were taken is known by then: to look at all takes too long. */
  function use(built: Segment): void {
    segment = built;
    indexFresh = createFreshIndexer(built);
    gone = taken.gone;
    fresh = late;
    wordsChanged();
  }

  /** Notes that a segment will have these entries; others count as late from now on. */
  function* take(held: readonly HeldEntry[], own: Taken): Generator<number, void, void> {
    for (let at = 0; at < held.length; at++) {
      const each = held[at] as HeldEntry;
      each.takenFor = own.number;
      if (each.isGone) own.gone++;
      if (at % leastYield === leastYield - 1) yield leastYield * markWork;
    }
  }

  function nextTaken(): Taken {
    taken = { number: taken.number + 1, gone: 0 };
    late = new Map();
    return taken;
  }

  /** The entry is another now, or none. */
  function goes(held: HeldEntry): void {
    held.isGone = true;
    if (held.takenFor === taken.number) taken.gone++;
  }

  function* build(): Generator<number, void, void> {
    const own = nextTaken();
    const held = yield* sortInSlices(known.values(), byBaseAndId);
    yield* take(held, own);
    const isLittle = segment.held.length < held.length / 2;
    const built = isLittle
      ? yield* buildSegment(held, use, epochs, use)
      : yield* buildSegment(held, () => {});
    yield wholeStep;
    isBuilding = false;
    use(built);
  }

  function* askBases(asked: Segment): Generator<number, void, void> {
    const leastScores = yield* checkSelf(asked);
    segment = { ...asked, leastScores };
    model = undefined;
  }

  function nextTask(): Generator<number, void, void> | undefined {
    const changes = fresh.size + gone;
    if (fresh.size > 0 && !isOverfull() && freshEntries === undefined) return indexInSlices();
    if (!segment.trained || (changes > 0 && (known.size <= manyEntries || changes > limit()))) {
      isBuilding = true;
      return build();
    }
    if (segment.leastScores === undefined) return askBases(segment);
    if (fresh.size === 0 || isFreshTrained) return undefined;
    isFreshTrained = true;
    return freshEntries?.train();
  }

  return {
    put(entries) {
      for (const entry of entries) {
        const key = keyOf(entry);
        const before = known.get(entry);
        // What stands beside the segment is indexed by its texts.
        const lacksTexts = before?.entry.print !== undefined && fresh.has(key);
        if (before !== undefined && !lacksTexts && hasSameWords(before.entry, entry)) {
          if (!hasSameReach(before.entry, entry)) model = undefined;
          before.entry = entry;
          continue;
        }
        const held = holdEntry(entry);
        known.set(held);
        if (before !== undefined) goes(before);
        if (before !== undefined && !fresh.has(key)) gone++;
        fresh.set(key, held);
        late.set(key, held);
        wordsChanged();
      }
    },
    remove(refs) {
      for (const ref of refs) {
        const key = keyOf(ref);
        const held = known.get(ref);
        if (held === undefined) continue;
        known.delete(ref);
        goes(held);
        if (!fresh.delete(key)) gone++;
        late.delete(key);
        wordsChanged();
      }
    },
    model: current,
    modelFor,
    wanting() {
      const wanting: EntryRef[] = [];
      for (const { entry } of fresh.values()) if (entry.print !== undefined) wanting.push(entry);
      return wanting;
    },
    get isTrained() {
      return segment.trained !== undefined && !isOverfull();
    },
    train(steps) {
      for (let left = steps; left > 0; ) {
        task ??= nextTask();
        if (task === undefined) return true;
        const step = task.next();
        if (step.done) task = undefined;
        else left -= step.value;
      }
      return false;
    },
    print() {
      return segment.trained && fresh.size === 0 && gone === 0 ? segmentPrint(segment) : undefined;
    },
    snapshot() {
      if (segment.trained === undefined || segment === kept) return undefined;
      kept = segment;
      return keepSegment(segment);
    },
    restore(parts, outlined = []) {
      const come = outlined.map(holdEntry);
      let found = 0;
      const read = keptSegment(parts, (prints) => {
        const placeOf = placesByPrint(prints);
        const places = new Array<HeldEntry | undefined>(prints.length).fill(undefined);
        for (const among of [known.values(), come]) {
          for (const held of among) {
            const place = placeOf(wordsPrint(held.entry));
            if (place < 0 || places[place] !== undefined) continue;
            places[place] = held;
            found++;
          }
        }
        return places;
      });
      if (typeof read === 'string') return { outcome: 'refused', why: read };
      const size = known.size + come.length;
      const changed = size + read.held.length - 2 * found;
      if (changed > size / 2) return { outcome: 'refused', why: 'other-entries' };
      for (const held of come) known.set(held);
      kept = read;
      isBuilding = false;
      task = undefined;
      const own = nextTaken();
      finished(take(read.held, own));
      for (const held of known.values()) {
        if (held.takenFor !== own.number) late.set(keyOf(held.entry), held);
      }
      use(read);
      return { outcome: 'restored', changed };
    },
    get size() {
      return known.size;
    },
  };
}
