import type { Entry } from '../domain/entry';
import type { EntryRef } from '../domain/pick';
import { makeEntryFinder } from '../engine/entry-finder';
import { entryKey, type PickCounts } from '../store/store';

/** The Find box over the entries in memory; it is indexed between the calls. */
export type EntrySearch = {
  /** New entries and changed ones. */
  put(entries: readonly Entry[]): void;
  remove(refs: readonly EntryRef[]): void;
  /** The keys of the entries that fit, best first; of equals the most picked. */
  keys(query: string, limit: number, picks?: PickCounts): string[];
  /** As much of what was typed as words are marked by in the answers found. */
  readPart(query: string): string;
};

/** How long a call may have to wait for a slice of indexing, and how often a slice looks at the clock. */
const sliceMs = 8;
const charactersPerLook = 2_000;
const entriesPerLook = 1_000;

const longestMarked = 200;

export function makeEntrySearch(whenIdle: (work: () => void) => void): EntrySearch {
  const finder = makeEntryFinder();
  let indexing = false;
  /** What the finder was not told yet: after a start, answers to a question must not wait for it. */
  let untold: Entry[] = [];

  /** Tells about so many of them, the first ones first. */
  function tell(count: number): boolean {
    finder.put(untold.slice(0, count).map(findable));
    untold = untold.slice(count);
    return untold.length === 0;
  }

  function index() {
    if (indexing) return;
    indexing = true;
    whenIdle(() => {
      indexing = false;
      const until = performance.now() + sliceMs;
      while (!(tell(entriesPerLook) && finder.index(charactersPerLook))) {
        if (performance.now() >= until) return index();
      }
    });
  }

  return {
    put(entries) {
      untold = untold.concat(entries);
      index();
    },
    remove(refs) {
      tell(untold.length);
      finder.remove(refs.map(entryKey));
      index();
    },
    keys(query, limit, picks) {
      tell(untold.length);
      return finder.find(query, limit, picks && { picks });
    },
    readPart: (query) => query.trimStart().slice(0, longestMarked),
  };
}

const findable = (entry: Entry) => ({
  key: entryKey(entry),
  title: entry.title,
  phrasings: entry.phrasings.map(({ text }) => text),
  answer: entry.answer,
});
